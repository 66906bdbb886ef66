import type { Deprecation, Property, PropertyType } from "../../plan/property-type.js";
import { docComment } from "../../print/doc-comment.js";
import { isOnlyJson } from "./raw-text.js";

/** The doc comment of a property: what it means, its unit, and what arrives in its place. */
export function propertyDoc({ description, type, pii, deprecated }: Property): readonly string[] {
  const hashed = pii?.handling === "hash" ? `Arrives hashed (${pii.class}).` : null;
  const facts = [hashed === null ? factOf(type) : null, hashed].filter((it) => it !== null);
  const text = [description, ...facts].filter((it) => it !== null && it !== "").join(" ");
  return docComment([text], deprecatedTag(deprecated));
}

/** `@deprecated` with its reason and what to use instead, or nothing. */
export function deprecatedTag(deprecated: Deprecation | null): readonly string[] {
  if (deprecated === null) return [];
  const instead = deprecated.replacedBy === null ? "" : ` Use \`${deprecated.replacedBy}\`.`;
  return [`@deprecated ${deprecated.reason}${instead}`];
}

function factOf(type: PropertyType): string | null {
  if (type.kind === "json_schema")
    return isOnlyJson(type.schema) ? "Any JSON: zod cannot say what its JSON Schema says." : null;
  if (type.kind === "money") return `${type.currency}${moneyUnits[type.unit]}.`;
  return "unit" in type && type.unit !== null ? `Unit: ${type.unit}.` : null;
}

const moneyUnits = { major: "", minor: ", in minor units", micros: ", in millionths" } as const;
