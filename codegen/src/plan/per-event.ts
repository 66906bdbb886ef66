import type { Event, ResolvedPlan } from "./resolved-plan.js";

/**
 * A memory of what was made of an event: asked again about the same event object, in a plan that is
 * otherwise the same, it gives what was made before. Only watching profits. What `make` returns may
 * depend on the event, the plan's other parts, the events' names, and `variant`; on nothing else.
 */
export function perEvent<Value>(): (
  event: Event,
  plan: ResolvedPlan,
  variant: string,
  make: () => Value,
) => Value {
  const memory = new WeakMap<Event, Map<string, Remembered<Value>>>();
  return (event, plan, variant, make) => {
    const surroundings = surroundingsOf(plan);
    const variants = memory.get(event) ?? new Map<string, Remembered<Value>>();
    const before = variants.get(variant);
    if (before !== undefined && isSame(before.surroundings, surroundings)) return before.value;
    const value = make();
    memory.set(event, variants.set(variant, { surroundings, value }));
    return value;
  };
}

interface Remembered<Value> {
  readonly surroundings: readonly unknown[];
  readonly value: Value;
}

const known = new WeakMap<ResolvedPlan, readonly unknown[]>();

/** Everything in a plan but its events, and the events' names. */
function surroundingsOf(plan: ResolvedPlan): readonly unknown[] {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const { events, ...parts } = plan;
  const names = events.map(({ name, products }) => `${name} ${products.join()}`).join("\n");
  const surroundings = [...Object.values(parts), names];
  known.set(plan, surroundings);
  return surroundings;
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before === now || before.every((part, index) => Object.is(part, now[index]));
}
