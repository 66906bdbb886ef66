import type { JsonValue, PropertyType, PropertyValue } from "../../plan/property-type.js";

/** Named types by name. */
export type Types = ReadonlyMap<string, PropertyValue>;

type Kind = PropertyType["kind"];
type Of<Name extends Kind> = Extract<PropertyType, { kind: Name }>;
type Make<Name extends Kind> = (type: Of<Name>, types: Types, depth: number) => JsonValue;

const deepest = 6;

/** A likely value of a type, always the same; for a property without an example of its own. */
export function makeValue({ type }: PropertyValue, types: Types, depth = 0): JsonValue {
  return depth > deepest ? null : (kinds[type.kind] as Make<Kind>)(type, types, depth + 1);
}

/** One entry a kind. */
const kinds = {
  string: ({ format, maxLength }) =>
    (formats[format ?? ""] ?? "text").slice(0, maxLength ?? undefined),
  integer: (type) => within(type, 3),
  number: (type) => within(type, type.max !== null && type.max <= 1 ? 0.5 : 3.5),
  boolean: () => true,
  timestamp: () => "2027-01-15T09:30:00.000Z",
  date: () => "2027-01-15",
  duration: (type) => within(type, usual[type.unit]),
  money: (type) => within(type, { major: 12.5, minor: 1250, micros: 12_500_000 }[type.unit]),
  enum: ({ members }) =>
    (members.find(({ deprecated }) => deprecated === null) ?? members[0])?.value ?? null,
  const: ({ value }) => value,
  array: ({ items }, types, depth) => [makeValue(items, types, depth)],
  object: ({ properties }, types, depth) =>
    Object.fromEntries(
      properties
        .filter(({ deprecated }) => deprecated === null)
        .map((it) => [it.name, it.examples[0] ?? makeValue(it, types, depth)]),
    ),
  map: ({ values }, types, depth) => ({ key: makeValue(values, types, depth) }),
  union: ({ anyOf: [first] }, types, depth) =>
    first === undefined ? null : makeValue(first, types, depth),
  named: ({ name }, types, depth) => {
    const named = types.get(name);
    return named === undefined ? null : makeValue(named, types, depth);
  },
  json_schema: ({ schema }) => {
    const [example] = Array.isArray(schema.examples) ? schema.examples : [];
    return (example as JsonValue | undefined) ?? schema.default ?? schema.const ?? {};
  },
} satisfies { readonly [Name in Kind]: Make<Name> };

const formats: Readonly<Record<string, string>> = {
  email: "ada@example.com",
  uri: "https://example.com/",
  url: "https://example.com/",
  uuid: "018f5d2e-7c1a-7b3e-9f40-2a6b8c9d0e1f",
  "date-time": "2027-01-15T09:30:00.000Z",
  date: "2027-01-15",
  ipv4: "192.0.2.1",
  hostname: "example.com",
};

const usual = { ms: 240, s: 12, min: 5, h: 24, d: 7 } as const;

function within(
  { min, max }: { readonly min: number | null; readonly max: number | null },
  value: number,
): number {
  return Math.min(Math.max(value, min ?? value), max ?? Number.POSITIVE_INFINITY);
}
