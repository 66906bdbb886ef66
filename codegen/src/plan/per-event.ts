import { isRecurring } from "./recurring-plans.js";
import type { Event, ResolvedPlan } from "./resolved-plan.js";
import { SameList } from "./same-list.js";

/** The parts of a plan, beside the event itself, that something is made from. */
export type Reads = (plan: ResolvedPlan) => readonly unknown[];

/**
 * A memory of what was made of an event: asked again about the same event object, in a plan whose
 * parts that `reads` names are the same objects, it gives what was made before. Only watching
 * profits, so plans that were compiled once are not remembered, except where `withinRun` says that
 * one run asks twice. What `make` returns may depend on the event, these parts and `variant`; on
 * nothing else.
 */
export function perEvent<Value>(
  reads: Reads = everythingAround,
  { withinRun = false }: { readonly withinRun?: boolean } = {},
): (event: Event, plan: ResolvedPlan, variant: string, make: () => Value) => Value {
  const surroundingsOf = surroundings(reads);
  const memory = new WeakMap<Event, Map<string, Remembered<Value>>>();
  return (event, plan, variant, make) => {
    if (!withinRun && !isRecurring(plan)) return make();
    const now = surroundingsOf(plan);
    const variants = memory.get(event) ?? new Map<string, Remembered<Value>>();
    const before = variants.get(variant);
    if (before?.surroundings === now) return before.value;
    const value = make();
    memory.set(event, variants.set(variant, { surroundings: now, value }));
    return value;
  };
}

/** Everything in a plan but its events, and the events' names: for what mentions other events. */
function everythingAround(plan: ResolvedPlan): readonly unknown[] {
  const { events, ...parts } = plan;
  const names = events.map(({ name, products }) => `${name} ${products.join()}`).join("\n");
  return [...Object.values(parts), names];
}

interface Remembered<Value> {
  readonly surroundings: readonly unknown[];
  readonly value: Value;
}

/** The parts that `reads` names, as the same list for as long as the parts are the same. */
function surroundings(reads: Reads): Reads {
  const known = new WeakMap<ResolvedPlan, readonly unknown[]>();
  const lists = new SameList();
  return (plan) => {
    const before = known.get(plan);
    if (before !== undefined) return before;
    const parts = lists.of(reads(plan));
    known.set(plan, parts);
    return parts;
  };
}
