/** What a property that the plan does not have is compared with, so that the error names it. */
export interface NotInPlan<Property> {
  readonly " not in the plan": Property;
}

type Leaf = string | number | boolean | bigint | null | undefined | Date;
type KeysOf<S> = S extends unknown ? keyof S : never;
type At<S, K> = S extends unknown ? (K extends keyof S ? S[K] : never) : never;
type Extra<S, P> = { readonly [K in Exclude<keyof P, KeysOf<S>>]: NotInPlan<K> };
type DeepExtra<S, P> = {
  readonly [K in keyof P]: K extends KeysOf<S>
    ? P[K] extends Leaf
      ? unknown
      : DeepExtra<At<S, K>, P[K]>
    : NotInPlan<K>;
};

/**
 * The given properties `P`, held to the planned shape `S`: an extra key is refused in variables and
 * spreads too, where TypeScript alone would let it by. One comparison of key sets where all is well.
 * `S` says nothing new of a value here, but it is what editors take a property's documentation from.
 */
export type Exact<S, P> = S & P & (keyof P extends KeysOf<S> ? unknown : Extra<S, P>);

/** `Exact` at every depth: nested objects, arrays and unions, for shapes that have them. */
export type ExactDeep<S, P> = S & P & DeepExtra<S, P>;
