import { AsyncLocalStorage } from "node:async_hooks";

/** A tracker that can be bound to a tenant; `B` is what it is then. */
export interface TenantTracker<B> {
  forTenant(tenant: string): B;
}

/** Which bound tracker stands for which tracker, in the present chain of calls. */
type Bindings = ReadonlyMap<object, object>;

const bindings = new AsyncLocalStorage<Bindings>();
/** So that a process without any tenant pays nothing for the question. */
let isUsed = false;

/** What stands for this tracker here, if anything does. */
export function boundHere(tracker: object): object | undefined {
  return isUsed ? bindings.getStore()?.get(tracker) : undefined;
}

/**
 * Runs `fn` with a bound tracker standing for `tracker`: each call on `tracker` that `fn` makes, and
 * whatever it starts or awaits, goes to the bound one. Answers what `fn` answers.
 */
export function within<R>(tracker: object, bound: object, fn: () => R): R {
  isUsed = true;
  return bindings.run(new Map(bindings.getStore()).set(tracker, bound), fn);
}

/**
 * Runs `fn` for a tenant. Inside, however deep and after however many awaits, calls on `tracker` find
 * the tenant; `currentTracker` and `fn`'s argument are typed so that no call needs to name it.
 */
export function withTenant<B extends object, R>(
  tracker: TenantTracker<B>,
  tenant: string,
  fn: (bound: B) => R,
): R {
  const bound = tracker.forTenant(tenant);
  return within(tracker, bound, () => fn(bound));
}

/**
 * The tracker of the tenant whose request this is. Outside of `withTenant` it is the tracker
 * itself: its events are dropped and counted as `missing_context` unless they name their tenant.
 */
export function currentTracker<B extends object>(tracker: TenantTracker<B>): B {
  return (boundHere(tracker) ?? tracker) as B;
}
