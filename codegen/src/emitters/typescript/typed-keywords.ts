import type { JsonValue } from "../../plan/property-type.js";
import { escapeDoc } from "../../print/doc-comment.js";

/** Keywords whose value is a schema or a list of schemas. */
const schemas: ReadonlySet<string> = new Set([
  "items",
  "prefixItems",
  "additionalItems",
  "additionalProperties",
  "unevaluatedProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
]);

/** Keywords whose value is a map from names to schemas. */
const maps: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
]);

/** Keywords that a type is made of, and that hold plain data. */
const data: ReadonlySet<string> = new Set([
  "$ref",
  "type",
  "enum",
  "const",
  "required",
  "minItems",
  "maxItems",
  "deprecated",
]);

/**
 * A schema with nothing in it but what its type is made of. Titles and ids would rename types,
 * `tsType` would write code, and a description could end its comment.
 */
export function typedKeywords(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(typedKeywords);
  if (typeof schema !== "object" || schema === null) return schema;
  const kept = Object.entries(schema).flatMap(([key, value]): [string, JsonValue][] => {
    if (key === "description" && typeof value === "string") return [[key, escapeDoc(value)]];
    if (schemas.has(key)) return [[key, typedKeywords(value)]];
    if (maps.has(key)) return [[key, eachSchema(value, key === "patternProperties")]];
    return data.has(key) ? [[key, value]] : [];
  });
  return Object.fromEntries(kept);
}

/** A map of schemas; the names of patterns, which only a comment shows, cannot end it. */
function eachSchema(value: JsonValue, arePatterns: boolean): JsonValue {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, schema]) => [
      arePatterns ? escapeDoc(name) : name,
      typedKeywords(schema),
    ]),
  );
}
