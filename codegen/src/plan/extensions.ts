import type { JsonValue } from "./property-type.js";
import type { Extensions } from "./resolved-plan.js";

/** The keys under `x-…`, untouched. */
export function extensionsOf(written: object): Extensions {
  const entries = Object.entries(written).filter(([key]) => key.startsWith("x-"));
  return Object.fromEntries(entries) as { [key: string]: JsonValue };
}
