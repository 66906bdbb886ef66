import { matchesPattern } from "./matches-pattern.js";
import type { JsonValue, PropertyType, PropertyValue } from "./property-type.js";

/** Named types by name, for types that refer to them. */
export type TypeLookup = ReadonlyMap<string, PropertyValue>;

type Check<Kind extends PropertyType["kind"]> = (
  type: Extract<PropertyType, { kind: Kind }>,
  value: JsonValue,
  types: TypeLookup,
) => string | null;

/** Why a value does not fit a type, in a few words; null where it fits. JSON Schema kinds are not judged here. */
export function refusal(of: PropertyValue, value: JsonValue, types: TypeLookup): string | null {
  if (value === null) return of.nullable ? null : "null is no value of it (say `nullable: true`)";
  const check = checks[of.type.kind] as Check<PropertyType["kind"]>;
  return check(of.type as never, value, types);
}

const checks: { readonly [Kind in PropertyType["kind"]]: Check<Kind> } = {
  string: (type, value) => {
    if (typeof value !== "string") return "it is not text";
    const length = [...value].length;
    if (type.minLength !== null && length < type.minLength)
      return `it is shorter than ${type.minLength}`;
    if (type.maxLength !== null && length > type.maxLength)
      return `it is longer than ${type.maxLength}`;
    if (type.pattern !== null && !matchesPattern(type.pattern, value))
      return `it does not match ${type.pattern}`;
    return type.format === null || fitsFormat(type.format, value)
      ? null
      : `it is no ${type.format}`;
  },
  integer: (type, value) =>
    Number.isInteger(value) ? bounds(type, value) : "it is no whole number",
  number: bounds,
  boolean: (_type, value) => (typeof value === "boolean" ? null : "it is neither true nor false"),
  timestamp: (_type, value) => (fitsFormat("date-time", value) ? null : "it is no RFC 3339 time"),
  date: (_type, value) => (fitsFormat("date", value) ? null : "it is no day (YYYY-MM-DD)"),
  duration: bounds,
  money: (type, value) =>
    type.unit !== "major" && !Number.isInteger(value)
      ? `it is no whole number of ${type.unit}`
      : bounds(type, value),
  enum: (type, value) =>
    type.open || type.members.some((member) => member.value === value)
      ? null
      : `it is not one of ${type.members.map((member) => member.value).join(", ")}`,
  const: (type, value) => (value === type.value ? null : `it is not ${JSON.stringify(type.value)}`),
  array: (type, value, types) => {
    if (!Array.isArray(value)) return "it is no list";
    if (type.minItems !== null && value.length < type.minItems)
      return `it has fewer than ${type.minItems} items`;
    if (type.maxItems !== null && value.length > type.maxItems)
      return `it has more than ${type.maxItems} items`;
    return first(value.map((item) => refusal(type.items, item, types)));
  },
  object: (type, value, types) => {
    if (!isObject(value)) return "it is no map";
    const unknown = Object.keys(value).find(
      (key) => !type.properties.some((property) => property.name === key),
    );
    if (unknown !== undefined) return `it has no property "${unknown}"`;
    return first(
      type.properties.map((property) => {
        const member = value[property.name];
        if (member === undefined) return property.required ? `"${property.name}" is missing` : null;
        const why = refusal(property, member, types);
        return why === null ? null : `at "${property.name}" ${why}`;
      }),
    );
  },
  map: (type, value, types) => {
    if (!isObject(value)) return "it is no map";
    const keys = Object.keys(value);
    if (type.maxKeys !== null && keys.length > type.maxKeys)
      return `it has more than ${type.maxKeys} keys`;
    const pattern = type.keys;
    const odd = pattern === null ? undefined : keys.find((key) => !matchesPattern(pattern, key));
    if (odd !== undefined) return `its key "${odd}" does not match ${type.keys}`;
    return first(Object.values(value).map((member) => refusal(type.values, member, types)));
  },
  union: (type, value, types) =>
    type.anyOf.some((branch) => refusal(branch, value, types) === null)
      ? null
      : "it fits none of the types",
  named: (type, value, types) => {
    const named = types.get(type.name);
    return named === undefined ? null : refusal(named, value, types);
  },
  json_schema: () => null,
};

function bounds(
  type: { readonly min: number | null; readonly max: number | null },
  value: JsonValue,
): string | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return "it is no number";
  if (type.min !== null && value < type.min) return `it is below ${type.min}`;
  return type.max !== null && value > type.max ? `it is above ${type.max}` : null;
}

const formats: Readonly<Record<string, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  uri: /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  ipv4: /^(\d{1,3}\.){3}\d{1,3}$/,
};

/** No value of a format is longer. */
const mostFormatted = 4096;

function fitsFormat(format: string, value: JsonValue): boolean {
  if (typeof value !== "string" || value.length > mostFormatted) return false;
  if (formats[format]?.test(value) === false) return false;
  return !format.startsWith("date") || isDay(value.slice(0, 10));
}

/** Whether the calendar has a day: no 30th of February. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function first(reasons: readonly (string | null)[]): string | null {
  return reasons.find((reason) => reason !== null) ?? null;
}
