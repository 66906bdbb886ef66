import type { Event, ResolvedPlan } from "./resolved-plan.js";

/**
 * The new plan with every part that is equal to one of the plan before taken from there, so that
 * what emitters remember of an unchanged event (by identity) still holds after an edit elsewhere.
 */
export function shareUnchanged(before: ResolvedPlan, now: ResolvedPlan): ResolvedPlan {
  const events = shareEvents(before.events, now.events);
  return share(before, { ...now, events });
}

/** Events are matched by name and products: an added one moves all that follow it. */
function shareEvents(before: readonly Event[], now: readonly Event[]): readonly Event[] {
  const known = new Map(before.map((event) => [keyOf(event), event]));
  return now.map((event) => share(known.get(keyOf(event)), event));
}

function keyOf({ name, products }: Event): string {
  return `${name}\n${products.join()}`;
}

/** `before` where the two are equal, else `now` with its equal parts from `before`. */
function share<Value>(before: unknown, now: Value): Value {
  if (Object.is(before, now)) return now;
  if (typeof now !== "object" || now === null) return now;
  if (typeof before !== "object" || before === null) return now;
  if (Array.isArray(now) !== Array.isArray(before)) return now;
  const keys = Object.keys(now);
  let isEqual = keys.length === Object.keys(before).length;
  let shared: object | undefined;
  for (const key of keys) {
    const member: unknown = Reflect.get(now, key);
    const old: unknown = Reflect.get(before, key);
    const kept = share(old, member);
    if (!Object.is(kept, old)) isEqual = false;
    if (Object.is(kept, member)) continue;
    shared ??= Array.isArray(now) ? [...now] : { ...now };
    Reflect.set(shared, key, kept);
  }
  // A cast where data comes back: equal parts of one type are of that type.
  return (isEqual ? before : (shared ?? now)) as Value;
}
