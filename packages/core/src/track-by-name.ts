import type { ExactDeep } from "./exact";

// biome-ignore lint/complexity/noBannedTypes: `{}` is the test for "every property is optional".
type Call<P, Context extends readonly unknown[]> = {} extends P
  ? <G extends P>(properties?: ExactDeep<P, G>, ...context: Context) => void
  : <G extends P>(properties: ExactDeep<P, G>, ...context: Context) => void;

/**
 * The curried form, for a name held in a variable: `track("cost.anomaly.alerted")({ … })`.
 * `Events` maps each event's name to its properties; `Context` is what follows them in a call.
 */
export type TrackByName<Events, Context extends readonly unknown[]> = <
  Name extends keyof Events & string,
>(
  event: Name,
) => Call<Events[Name], Context>;
