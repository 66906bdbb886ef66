import { protection } from "./pii-class.js";
import type { Pii } from "./property-type.js";
import { type Refinement, weakens } from "./refinement.js";

/** The stronger of two privacy decisions; a weaker one is a finding. */
export function refinePii(
  base: Pii | null,
  own: Pii | null | undefined,
  refinement: Refinement,
): Pii | null {
  if (own === undefined) return base;
  if (base === null) return own;
  if (own === null || protection[own.handling] < protection[base.handling]) {
    const to = own === null ? "none" : own.handling;
    weakens(
      refinement,
      "pii",
      `${base.class} is handled by ${base.handling}; here it would be ${to}`,
    );
    return base;
  }
  return own;
}
