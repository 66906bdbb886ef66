import type { PropertyType, PropertyValue } from "../../plan/property-type.js";

type Kind = PropertyType["kind"];
type Of<Name extends Kind> = Extract<PropertyType, { kind: Name }>;
type ToWords<Name extends Kind> = (type: Of<Name>) => string;

/** A value's type in words, for messages: `integer 1..64 workers`. */
export function typeInWords({ type, nullable }: PropertyValue): string {
  const words = (kinds[type.kind] as ToWords<Kind>)(type);
  return nullable ? `${words} | null` : words;
}

/** One entry a kind: its type in words. */
const kinds = {
  string: ({ format, minLength, maxLength, pattern }) =>
    say("string", format, range(minLength, maxLength), regex(pattern)),
  integer: inUnits,
  number: inUnits,
  boolean: () => "boolean",
  timestamp: () => "timestamp",
  date: () => "date",
  duration: inUnits,
  money: ({ currency, unit, min, max }) => say("money", range(min, max), currency, unit),
  enum: ({ members, open }) =>
    [...members.map(({ value }) => JSON.stringify(value)), ...(open ? ["…"] : [])].join(" | "),
  const: ({ value }) => JSON.stringify(value),
  array: ({ items, minItems, maxItems, unique }) =>
    say(unique ? "set of" : "list of", range(minItems, maxItems), typeInWords(items)),
  object: ({ properties }) =>
    `{ ${properties.map(({ name, required }) => (required ? name : `${name}?`)).join(", ")} }`,
  map: ({ values, keys, maxKeys }) =>
    say("map", range(null, maxKeys), regex(keys), "→", typeInWords(values)),
  union: ({ anyOf }) => anyOf.map(typeInWords).join(" | "),
  named: ({ name }) => name,
  json_schema: () => "JSON Schema",
} satisfies { readonly [Name in Kind]: ToWords<Name> };

function inUnits({ kind, min, max, unit }: Of<"integer" | "number" | "duration">): string {
  return say(kind, range(min, max), unit);
}

function say(...words: readonly (string | null)[]): string {
  return words.filter((word) => word !== null).join(" ");
}

function range(min: number | null, max: number | null): string | null {
  return min === null && max === null ? null : `${min ?? ""}..${max ?? ""}`;
}

function regex(pattern: string | null): string | null {
  return pattern === null ? null : `/${pattern}/`;
}
