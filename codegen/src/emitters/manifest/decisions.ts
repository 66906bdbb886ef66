import type { Deprecation, Pii } from "../../plan/property-type.js";
import { given } from "./given.js";
import type { ManifestDeprecation, ManifestPii } from "./manifest-property.js";

/** `pii` where there is a decision. */
export function manifestPii(pii: Pii | null): { readonly pii?: ManifestPii } {
  if (pii === null) return {};
  return { pii: { class: pii.class, handling: pii.handling, ...given({ until: pii.until }) } };
}

/** `deprecated` where something is on its way out. */
export function manifestDeprecation(deprecation: Deprecation | null): {
  readonly deprecated?: ManifestDeprecation;
} {
  if (deprecation === null) return {};
  const { reason, replacedBy, since, sunset } = deprecation;
  return { deprecated: { reason, ...given({ replacedBy, since, sunset }) } };
}
