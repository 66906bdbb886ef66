import { isBroken } from "./broken-type.js";
import type { PropertyType } from "./property-type.js";

/** Whether two types accept the same values and treat them alike, wherever each is written. */
export function sameType(a: PropertyType, b: PropertyType): boolean {
  if (a === b || isBroken(a) || isBroken(b)) return true;
  return JSON.stringify(a, withoutPlaces) === JSON.stringify(b, withoutPlaces);
}

/** Leaves out of a property or value what says nothing of its values. */
function withoutPlaces(this: unknown, key: string, value: unknown): unknown {
  if (key !== "origin" && key !== "lineage" && key !== "description") return value;
  const isValue = typeof this === "object" && this !== null && "nullable" in this;
  return isValue ? undefined : value;
}
