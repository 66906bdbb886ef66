import {
  arrivesNull,
  fateOf,
  type JsonSchema,
  type JsonValue,
  type NamedTypes,
  type Property,
  type PropertyType,
  type PropertyValue,
} from "@dd0c/track-codegen";
import { fitsSchema } from "../check/check-schema.js";
import { conditionsHold } from "../check/conditions.js";
import { samplePattern } from "./sample-pattern.js";

type Kind = PropertyType["kind"];
type Of<Name extends Kind> = Extract<PropertyType, { kind: Name }>;
/** `nth` tells the members of a set apart. */
type Make<Name extends Kind> = (
  type: Of<Name>,
  types: NamedTypes,
  depth: number,
  nth: number,
) => JsonValue;

/** Levels of types that lead to themselves. */
const deepest = 8;

/** How a hashed value looks on the wire. */
export const hashExample = "h1_k1_Zt9fQ2mX7bJcR4sLw8vNaA";

/** A likely value of a type as it arrives, always the same; undefined for one that is never sent. */
export function exampleValue(
  of: PropertyValue,
  types: NamedTypes,
  depth = 0,
  nth = 0,
): JsonValue | undefined {
  const fate = fateOf(of, types);
  if (fate === "dropped") return undefined;
  if (fate === "hashed") return nth === 0 ? hashExample : `${hashExample}${nth}`;
  if (depth > deepest) return arrivesNull(of, types) ? null : {};
  return (kinds[of.type.kind] as Make<Kind>)(of.type, types, depth + 1, nth);
}

/** The members of an object, each with its value; those under a condition where the condition holds. */
export function exampleMembers(
  properties: readonly Property[],
  make: (property: Property) => JsonValue | undefined,
): Record<string, JsonValue> {
  const live = properties.filter(
    ({ deprecated: leaving, required }) => leaving === null || required,
  );
  const all = live.flatMap((property) => {
    const value = make(property);
    return value === undefined ? [] : [[property, value] as const];
  });
  const members = Object.fromEntries(all.map(([{ name }, value]) => [name, value]));
  for (const [{ name, when }] of all)
    if (when !== null && !conditionsHold(when, members)) delete members[name];
  return members;
}

/** One entry a kind: a kind that is left out does not compile. */
const kinds = {
  string: (type, _types, _depth, nth) => exampleText(type, nth),
  integer: (type, _types, _depth, nth) => within(type, 3 + nth, true),
  number: (type, _types, _depth, nth) =>
    within(type, (type.max !== null && type.max <= 1 ? 0.5 : 3.5) + nth / 8, false),
  boolean: (_type, _types, _depth, nth) => nth === 0,
  timestamp: (_type, _types, _depth, nth) => `2027-01-15T09:30:0${nth % 10}.000Z`,
  date: (_type, _types, _depth, nth) => `2027-01-${15 + (nth % 10)}`,
  duration: (type, _types, _depth, nth) => within(type, usual[type.unit] + nth, false),
  money: (type, _types, _depth, nth) =>
    within(
      type,
      { major: 12.5, minor: 1250, micros: 12_500_000 }[type.unit] + nth,
      type.unit !== "major",
    ),
  enum: ({ members }, _types, _depth, nth) => {
    const live = members.filter(({ deprecated }) => deprecated === null);
    return (live.length > 0 ? live : members)[nth]?.value ?? members[0]?.value ?? null;
  },
  const: ({ value }) => value,
  array: ({ items, minItems }, types, depth) => {
    const wanted = Math.max(1, minItems ?? 0);
    if (depth > deepest && minItems === null) return [];
    return Array.from(
      { length: wanted },
      (_, nth) => exampleValue(items, types, depth, nth) ?? null,
    );
  },
  object: ({ properties }, types, depth) =>
    exampleMembers(
      depth > deepest ? properties.filter(({ required }) => required) : properties,
      (it) => exampleOf(it, types, depth),
    ),
  map: ({ values, keys }, types, depth) => {
    const value = exampleValue(values, types, depth);
    const key = keys === null ? "key" : samplePattern(keys, 1);
    return value === undefined || key === null || depth > deepest ? {} : { [key]: value };
  },
  union: ({ anyOf }, types, depth, nth) => {
    // What leads deeper comes last, so that types that lead to themselves end.
    const [first] = [...anyOf].sort((a, b) => depthOf(a) - depthOf(b));
    return first === undefined ? null : (exampleValue(first, types, depth, nth) ?? null);
  },
  named: ({ name }, types, depth, nth) => {
    const named = types.get(name);
    return named === undefined ? null : (exampleValue(named, types, depth, nth) ?? null);
  },
  json_schema: ({ schema }) => exampleOfSchema(schema, schema, 0),
} satisfies { readonly [Name in Kind]: Make<Name> };

/** The plan's own example where it says one and it arrives whole, else a made one. */
export function exampleOf(property: Property, types: NamedTypes, depth = 0): JsonValue | undefined {
  const [example] = property.examples;
  if (example === undefined || fateOf(property, types) !== "kept" || holdsPrivate(property, types))
    return exampleValue(property, types, depth);
  return example;
}

/** Whether something inside a value is hashed or dropped: then its example is no arrival. */
function holdsPrivate(of: PropertyValue, types: NamedTypes, depth = 0): boolean {
  if (depth > deepest) return false;
  if (fateOf(of, types) !== "kept") return true;
  const { type } = of;
  const inside = (it: PropertyValue): boolean => holdsPrivate(it, types, depth + 1);
  if (type.kind === "array") return inside(type.items);
  if (type.kind === "map") return inside(type.values);
  if (type.kind === "object") return type.properties.some(inside);
  if (type.kind === "union") return type.anyOf.some(inside);
  const named = type.kind === "named" ? types.get(type.name) : undefined;
  return named !== undefined && inside(named);
}

const usual = { ms: 240, s: 12, min: 5, h: 24, d: 7 } as const;

const formats: Readonly<Record<string, string>> = {
  email: "somebody@example.com",
  uri: "https://example.com/",
  uuid: "018f5d2e-7c1a-7b3e-9f40-2a6b8c9d0e1f",
  "date-time": "2027-01-15T09:30:00.000Z",
  date: "2027-01-15",
  time: "09:30:00Z",
  duration: "PT5M",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  hostname: "example.com",
};

function exampleText({ format, pattern, minLength, maxLength }: Of<"string">, nth: number): string {
  if (format !== null && formats[format] !== undefined) return formats[format];
  const least = minLength ?? 0;
  const made = pattern === null ? null : samplePattern(pattern, Math.max(1, least + nth));
  if (made !== null) return made;
  const text = nth === 0 ? "text" : `text${nth}`;
  return text.padEnd(least, "x").slice(0, maxLength ?? undefined);
}

function within(
  { min, max }: { readonly min: number | null; readonly max: number | null },
  wanted: number,
  isWhole: boolean,
): number {
  const value = Math.min(Math.max(wanted, min ?? wanted), max ?? Number.POSITIVE_INFINITY);
  return isWhole ? Math.ceil(value) : value;
}

function depthOf({ type }: PropertyValue): number {
  if (type.kind === "array" || type.kind === "map" || type.kind === "object") return 1;
  return type.kind === "named" || type.kind === "json_schema" ? 2 : 0;
}

/** A value that fits a raw schema: its own example, or the least that it asks for. */
function exampleOfSchema(schema: JsonSchema, whole: JsonSchema, depth: number): JsonValue {
  const { examples, default: usually, const: only, enum: values, type, $ref } = schema;
  const offered: readonly (JsonValue | undefined)[] = [
    ...(Array.isArray(examples) ? (examples as readonly JsonValue[]) : []),
    usually,
    only,
    ...(Array.isArray(values) ? (values as readonly JsonValue[]) : []),
  ];
  const own = offered.find(
    (it) => it !== undefined && fitsSchema(it, { ...schema, $defs: whole.$defs ?? {} }),
  );
  if (own !== undefined) return own;
  if (depth > deepest) return null;
  const deeper = (of: JsonValue | undefined): JsonValue =>
    isSchema(of) ? exampleOfSchema(of, whole, depth + 1) : null;
  if (typeof $ref === "string") {
    const at = $ref.split("/").slice(1);
    const target = at.reduce<unknown>((it, key) => (isSchema(it) ? it[key] : undefined), whole);
    return isSchema(target) ? exampleOfSchema(target, whole, depth + 1) : null;
  }
  for (const list of [schema.anyOf, schema.oneOf, schema.allOf])
    if (Array.isArray(list) && type === undefined) return deeper(list[0]);
  const kind = Array.isArray(type)
    ? type[0]
    : (type ?? (isSchema(schema.properties) ? "object" : undefined));
  const { minimum, maximum, minLength, pattern, format } = schema;
  const bounds = { min: numberOf(minimum), max: numberOf(maximum) };
  switch (kind) {
    case "string":
      return exampleText(
        {
          kind: "string",
          format: typeof format === "string" ? format : null,
          pattern: typeof pattern === "string" ? pattern : null,
          minLength: numberOf(minLength),
          maxLength: numberOf(schema.maxLength),
        },
        0,
      );
    case "integer":
      return within(bounds, 3, true);
    case "number":
      return within(bounds, 3.5, false);
    case "boolean":
      return true;
    case "null":
      return null;
    case "array": {
      const length = Math.max(numberOf(schema.minItems) ?? 0, 0);
      return Array.from({ length }, () => deeper(schema.items));
    }
    default: {
      const properties = isSchema(schema.properties) ? schema.properties : {};
      const required = Array.isArray(schema.required) ? schema.required : [];
      return Object.fromEntries(
        required.map((name) => [String(name), deeper(properties[String(name)])]),
      );
    }
  }
}

function numberOf(value: JsonValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
