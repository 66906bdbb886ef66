/** What a property that the plan does not have is compared with, so that the error names it. */
export interface NotInPlan<Property> {
  readonly " not in the plan": Property;
}

type Leaf = string | number | boolean | bigint | null | undefined | Date;
type KeysOf<S> = S extends unknown ? keyof S : never;
type At<S, K> = S extends unknown ? (K extends keyof S ? S[K] : never) : never;
type ExactKeys<S, G> = {
  readonly [K in keyof G]: K extends KeysOf<S>
    ? G[K] extends Leaf
      ? unknown
      : ExactKeys<At<S, K>, G[K]>
    : NotInPlan<K>;
};

/**
 * The given properties `P`, held to the planned shape `S` at every depth: an extra key is refused
 * in variables, spreads, nested objects, arrays and unions, where TypeScript alone would let it by.
 */
export type Exact<S, P> = P & ExactKeys<S, P>;
