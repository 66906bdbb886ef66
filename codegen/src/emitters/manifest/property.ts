import type { Deprecation, Pii, Property } from "../../plan/property-type.js";
import { given } from "./given.js";
import { manifestType, typeInWords } from "./kinds.js";
import type { ManifestDeprecation, ManifestPii, ManifestProperty } from "./manifest-property.js";

/** A property as the manifest holds it. */
export function manifestProperty(property: Property): ManifestProperty {
  const { name, required, type, when, nullable, pii, deprecated } = property;
  return {
    name,
    required,
    type: manifestType(type),
    summary: typeInWords(property),
    ...given({ when }),
    ...(nullable ? { nullable } : {}),
    ...manifestPii(pii),
    ...manifestDeprecation(deprecated),
  };
}

/** `pii` where there is a decision. */
export function manifestPii(pii: Pii | null): { readonly pii?: ManifestPii } {
  return pii === null
    ? {}
    : { pii: { class: pii.class, handling: pii.handling, ...given({ until: pii.until }) } };
}

/** `deprecated` where it is. */
export function manifestDeprecation(deprecation: Deprecation | null): {
  readonly deprecated?: ManifestDeprecation;
} {
  if (deprecation === null) return {};
  const { reason, replacedBy, since, sunset } = deprecation;
  return { deprecated: { reason, ...given({ replacedBy, since, sunset }) } };
}
