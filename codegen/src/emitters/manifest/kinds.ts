import type { EnumMember, PropertyType, PropertyValue } from "../../plan/property-type.js";
import { given } from "./given.js";
import type { ManifestRange, ManifestType, ManifestValue } from "./manifest-property.js";
import { manifestPii, manifestProperty } from "./property.js";

type PropertyKind = PropertyType["kind"];
type Of<Kind extends PropertyKind> = Extract<PropertyType, { kind: Kind }>;
interface Entry<Kind extends PropertyKind> {
  readonly type: (type: Of<Kind>) => ManifestType;
  readonly words: (type: Of<Kind>) => string;
}

/** One entry a kind: its type in the manifest, and the same in words. */
const kinds = {
  string: {
    type: ({ kind, format, pattern, minLength, maxLength }: Of<"string">) => ({
      kind,
      ...given({ format, pattern, minLength, maxLength }),
    }),
    words: ({ format, minLength, maxLength, pattern }: Of<"string">) =>
      say("string", format, range(minLength, maxLength), pattern === null ? null : `/${pattern}/`),
  },
  integer: { type: numeric, words: inUnits },
  number: { type: numeric, words: inUnits },
  boolean: plain("boolean"),
  timestamp: plain("timestamp"),
  date: plain("date"),
  duration: {
    type: ({ kind, unit, min, max }: Of<"duration">) => ({ kind, unit, ...bounds({ min, max }) }),
    words: inUnits,
  },
  money: {
    type: ({ kind, currency, unit, min, max }: Of<"money">) => ({
      kind,
      currency,
      unit,
      ...bounds({ min, max }),
    }),
    words: ({ currency, unit, min, max }: Of<"money">) =>
      say("money", range(min, max), currency, unit),
  },
  enum: {
    type: ({ kind, members, open }: Of<"enum">) => ({
      kind,
      values: members.map(({ value }) => value),
      ...(open ? { open } : {}),
      ...outgoing(members),
    }),
    words: ({ members, open }: Of<"enum">) =>
      [...members.map(({ value }) => JSON.stringify(value)), ...(open ? ["…"] : [])].join(" | "),
  },
  const: {
    type: ({ kind, value }: Of<"const">) => ({ kind, value }),
    words: ({ value }: Of<"const">) => JSON.stringify(value),
  },
  array: {
    type: ({ kind, items, minItems, maxItems, unique }: Of<"array">) => ({
      kind,
      items: manifestValue(items),
      ...given({ minItems, maxItems }),
      ...(unique ? { unique } : {}),
    }),
    words: ({ items, minItems, maxItems, unique }: Of<"array">) =>
      say(unique ? "set of" : "list of", range(minItems, maxItems), typeInWords(items)),
  },
  object: {
    type: ({ kind, properties }: Of<"object">) => ({
      kind,
      properties: properties.map(manifestProperty),
    }),
    words: ({ properties }: Of<"object">) =>
      `{ ${properties.map(({ name, required }) => (required ? name : `${name}?`)).join(", ")} }`,
  },
  map: {
    type: ({ kind, values, keys, maxKeys }: Of<"map">) => ({
      kind,
      values: manifestValue(values),
      ...given({ keys, maxKeys }),
    }),
    words: ({ values, keys, maxKeys }: Of<"map">) =>
      say(
        "map",
        range(null, maxKeys),
        keys === null ? null : `/${keys}/`,
        "→",
        typeInWords(values),
      ),
  },
  union: {
    type: ({ kind, anyOf }: Of<"union">) => ({ kind, anyOf: anyOf.map(manifestValue) }),
    words: ({ anyOf }: Of<"union">) => anyOf.map(typeInWords).join(" | "),
  },
  named: {
    type: ({ kind, name }: Of<"named">) => ({ kind, name }),
    words: ({ name }: Of<"named">) => name,
  },
  json_schema: {
    type: ({ kind, schema }: Of<"json_schema">) => ({ kind, schema }),
    words: () => "JSON Schema",
  },
} satisfies { readonly [Kind in PropertyKind]: Entry<Kind> };

/** A type as the manifest holds it. */
export function manifestType(type: PropertyType): ManifestType {
  return entryOf(type).type(type);
}

/** A value's type in words, for messages. */
export function typeInWords({ type, nullable }: PropertyValue): string {
  const words = entryOf(type).words(type);
  return nullable ? `${words} | null` : words;
}

/** A value without a name as the manifest holds it. */
export function manifestValue(value: PropertyValue): ManifestValue {
  return {
    type: manifestType(value.type),
    ...(value.nullable ? { nullable: true } : {}),
    ...manifestPii(value.pii),
  };
}

function entryOf(type: PropertyType): Entry<PropertyKind> {
  return kinds[type.kind] as unknown as Entry<PropertyKind>;
}

function plain<Kind extends "boolean" | "timestamp" | "date">(kind: Kind): Entry<Kind> {
  return { type: () => ({ kind }), words: () => kind };
}

function numeric({ kind, min, max, unit }: Of<"integer" | "number">): ManifestType {
  return { kind, ...bounds({ min, max }), ...given({ unit }) };
}

function inUnits({ kind, min, max, unit }: Of<"integer" | "number" | "duration">): string {
  return say(kind, range(min, max), unit);
}

function bounds({ min, max }: { min: number | null; max: number | null }): ManifestRange {
  return given({ min, max });
}

function outgoing(
  members: readonly EnumMember[],
): Pick<Extract<ManifestType, { kind: "enum" }>, "deprecated"> {
  const values = members.filter(({ deprecated }) => deprecated !== null).map(({ value }) => value);
  return values.length === 0 ? {} : { deprecated: values };
}

function say(...words: readonly (string | null)[]): string {
  return words.filter((word) => word !== null).join(" ");
}

function range(min: number | null, max: number | null): string | null {
  return min === null && max === null ? null : `${min ?? ""}..${max ?? ""}`;
}
