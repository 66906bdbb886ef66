import { type JsonSchema, matchesPattern } from "@dd0c/track-codegen";

type Json = unknown;
type Keyword = (
  rule: Json,
  value: Json,
  schema: JsonSchema,
  whole: JsonSchema,
  depth: number,
) => boolean;

/** References to references: a schema that goes on for longer is taken to hold. */
const deepest = 64;

/**
 * Whether a value fits a raw JSON Schema (draft 2020-12). Keywords that are not in the table are
 * passed over, so that it may let something through and never refuses what is right.
 */
export function fitsSchema(value: Json, schema: JsonSchema): boolean {
  return fits(value, schema, schema, 0);
}

function fits(value: Json, schema: Json, whole: JsonSchema, depth: number): boolean {
  if (typeof schema === "boolean") return schema;
  if (!isObject(schema) || depth > deepest) return true;
  for (const key of Object.keys(schema)) {
    const keyword = Object.hasOwn(keywords, key) ? keywords[key] : undefined;
    if (
      keyword !== undefined &&
      !keyword(schema[key], value, schema as JsonSchema, whole, depth + 1)
    )
      return false;
  }
  return true;
}

const keywords: Readonly<Record<string, Keyword>> = {
  $ref: (ref, value, _, whole, depth) => fits(value, target(ref, whole), whole, depth),
  type: (type, value) => list(type).some((it) => hasType(value, it)),
  const: (rule, value) => isSame(rule, value),
  enum: (rule, value) => list(rule).some((it) => isSame(it, value)),
  allOf: (rule, value, _, whole, depth) => list(rule).every((it) => fits(value, it, whole, depth)),
  anyOf: (rule, value, _, whole, depth) => list(rule).some((it) => fits(value, it, whole, depth)),
  oneOf: (rule, value, _, whole, depth) =>
    list(rule).filter((it) => fits(value, it, whole, depth)).length === 1,
  not: (rule, value, _, whole, depth) => !fits(value, rule, whole, depth),
  if: (rule, value, { then: yes, else: no }, whole, depth) =>
    fits(value, (fits(value, rule, whole, depth) ? yes : no) ?? true, whole, depth),
  minimum: number((value, least) => value >= least),
  maximum: number((value, most) => value <= most),
  exclusiveMinimum: number((value, least) => value > least),
  exclusiveMaximum: number((value, most) => value < most),
  multipleOf: number((value, step) => Number.isInteger(value / step)),
  minLength: text((value, least) => [...value].length >= Number(least)),
  maxLength: text((value, most) => [...value].length <= Number(most)),
  pattern: text((value, pattern) => matchesPattern(String(pattern), value)),
  minItems: items((value, least) => value.length >= Number(least)),
  maxItems: items((value, most) => value.length <= Number(most)),
  uniqueItems: items(
    (value, rule) =>
      rule !== true || new Set(value.map((it) => canonical(it))).size === value.length,
  ),
  prefixItems: (rule, value, _, whole, depth) =>
    !Array.isArray(value) ||
    list(rule).every((it, at) => at >= value.length || fits(value[at], it, whole, depth)),
  items: (rule, value, { prefixItems }, whole, depth) =>
    !Array.isArray(value) ||
    value
      .slice(Array.isArray(prefixItems) ? prefixItems.length : 0)
      .every((it) => fits(it, rule, whole, depth)),
  required: (rule, value) =>
    !isObject(value) || list(rule).every((name) => Object.hasOwn(value, String(name))),
  minProperties: (rule, value) => !isObject(value) || Object.keys(value).length >= Number(rule),
  maxProperties: (rule, value) => !isObject(value) || Object.keys(value).length <= Number(rule),
  properties: (rule, value, _, whole, depth) =>
    !isObject(value) ||
    !isObject(rule) ||
    Object.keys(rule).every(
      (name) => !Object.hasOwn(value, name) || fits(value[name], rule[name], whole, depth),
    ),
  patternProperties: (rule, value, _, whole, depth) =>
    !isObject(value) ||
    !isObject(rule) ||
    Object.keys(rule).every((pattern) =>
      Object.keys(value).every(
        (name) => !matchesPattern(pattern, name) || fits(value[name], rule[pattern], whole, depth),
      ),
    ),
  propertyNames: (rule, value, _, whole, depth) =>
    !isObject(value) || Object.keys(value).every((name) => fits(name, rule, whole, depth)),
  additionalProperties: (rule, value, { properties, patternProperties }, whole, depth) =>
    !isObject(value) ||
    Object.keys(value).every(
      (name) =>
        (isObject(properties) && Object.hasOwn(properties, name)) ||
        (isObject(patternProperties) &&
          Object.keys(patternProperties).some((pattern) => matchesPattern(pattern, name))) ||
        fits(value[name], rule, whole, depth),
    ),
};

function number(holds: (value: number, rule: number) => boolean): Keyword {
  return (rule, value) => typeof value !== "number" || holds(value, Number(rule));
}

function text(holds: (value: string, rule: Json) => boolean): Keyword {
  return (rule, value) => typeof value !== "string" || holds(value, rule);
}

function items(holds: (value: readonly Json[], rule: Json) => boolean): Keyword {
  return (rule, value) => !Array.isArray(value) || holds(value, rule);
}

function hasType(value: Json, type: Json): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

/** What `#/$defs/line` leads to; true, which lets everything through, where it leads nowhere. */
function target(ref: Json, whole: JsonSchema): Json {
  let at: Json = whole;
  for (const step of String(ref).split("/").slice(1)) {
    const key = decode(step).replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return true;
    at = Reflect.get(at, key);
  }
  return at;
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

function isSame(a: Json, b: Json): boolean {
  return a === b || (typeof a === "object" && canonical(a) === canonical(b));
}

/** JSON with keys in order: the same text for the same value. */
function canonical(value: Json): string {
  return JSON.stringify(value, (_, member: Json) =>
    isObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
