import type { JsonSchema, JsonValue } from "../../plan/property-type.js";

/** Keywords that say nothing about which values fit; `default` would change what zod lets through. */
const annotations = new Set([
  "$anchor",
  "$comment",
  "$id",
  "$schema",
  "default",
  "deprecated",
  "description",
  "examples",
  "readOnly",
  "title",
  "writeOnly",
]);

const scalars = new Set(["type", "enum", "const", "required", "format", "pattern"]);
const numbers = new Set([
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
]);
const schemas = new Set(["items", "additionalProperties", "propertyNames", "contains"]);
const lists = new Set(["anyOf", "oneOf", "allOf"]);
const maps = new Set(["properties", "$defs"]);

/**
 * The schema without annotations, if `z.fromJSONSchema` (zod 4.6) keeps every constraint in it, else
 * null. It ignores keywords beside `$ref`, `enum` and `const`, those without a `type`, `required`
 * names without a property, and deep references.
 */
export function faithfulShape(schema: JsonValue): JsonValue | null {
  if (typeof schema === "boolean") return schema;
  if (!isSchema(schema)) return null;
  const entries = Object.entries(schema).filter(([key]) => !annotations.has(key));
  const shape = entries.map(([key, value]) => [key, member(key, value)] as const);
  if (shape.some(([, value]) => value === null) || !isKept(Object.fromEntries(entries)))
    return null;
  return Object.fromEntries(shape) as JsonSchema;
}

function member(key: string, value: JsonValue): JsonValue {
  if (key === "__proto__") return null;
  if (key === "$ref") return /^#$|^#\/\$defs\/[^/%]+$/.test(String(value)) ? value : null;
  if (scalars.has(key) || numbers.has(key)) return value;
  if (schemas.has(key)) return faithfulShape(value);
  if (lists.has(key) && Array.isArray(value)) return each(value);
  if (!maps.has(key) || !isSchema(value)) return null;
  const inner = Object.entries(value).map(([name, it]) => [name, faithfulShape(it)] as const);
  return inner.some(([name, it]) => it === null || name === "__proto__")
    ? null
    : (Object.fromEntries(inner) as JsonSchema);
}

function each(values: readonly JsonValue[]): readonly JsonValue[] | null {
  const inner = values.map(faithfulShape);
  return inner.some((it) => it === null) ? null : (inner as readonly JsonValue[]);
}

/** Whether zod reads the keywords together, as they were meant. */
function isKept(schema: JsonSchema): boolean {
  const keys = Object.keys(schema).filter((key) => key !== "$defs");
  if ("$ref" in schema) return keys.length === 1;
  if ("enum" in schema || "const" in schema) {
    const values = Array.isArray(schema.enum) ? schema.enum : [schema.const ?? null];
    return (
      values.every(isScalar) &&
      keys.every((key) => /^(enum|const|type)$/.test(key)) &&
      !("enum" in schema && "const" in schema)
    );
  }
  if (!("type" in schema)) return keys.every((key) => lists.has(key));
  const required = Array.isArray(schema.required) ? schema.required : [];
  const known = isSchema(schema.properties) ? schema.properties : {};
  return required.every((name) => Object.hasOwn(known, String(name)));
}

function isScalar(value: JsonValue): boolean {
  return typeof value !== "object" || value === null;
}

function isSchema(value: JsonValue | undefined): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
