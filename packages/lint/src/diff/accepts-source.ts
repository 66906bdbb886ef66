import type { Property, PropertyType, PropertyValue } from "@dd0c/track-codegen";
import { type NamedValues, unwrapped } from "./value.js";

/** The client that a call is compiled against: a browser's takes hashed values only where others take raw ones. */
export type ClientSide = "browser" | "server";

/** Whose types are compared: the old calls' and the new client's. */
export interface SourceView {
  readonly client: ClientSide;
  readonly callTypes: NamedValues;
  readonly clientTypes: NamedValues;
}

type Kind = PropertyType["kind"];
type Of<Name extends Kind> = Extract<PropertyType, { kind: Name }>;
type Scalar = string | number | boolean;

/**
 * Whether TypeScript lets every value that the old client took into the new one. Bounds, patterns
 * and lengths are nothing to TypeScript; literals, keys and null are.
 */
export function acceptsSource(
  client: PropertyValue,
  call: PropertyValue,
  view: SourceView,
): boolean {
  const given = unwrapped(call, view.callTypes);
  const taken = unwrapped(client, view.clientTypes);
  if (given.pii?.handling === "drop") return true;
  if (taken.pii?.handling === "drop") return false;
  if (given.nullable && !takesNull(taken, view)) return false;
  const hashed = view.client === "browser" && taken.pii?.handling === "hash";
  const isHash = view.client === "browser" && given.pii?.handling === "hash";
  if (hashed) return isHash && given.pii?.class === taken.pii?.class;
  return isHash ? takesText(taken, view) : takes(taken, given.type, view);
}

function takesNull(value: PropertyValue, view: SourceView): boolean {
  if (value.nullable) return true;
  const { type } = value;
  if (type.kind === "json_schema") return true;
  return (
    type.kind === "union" &&
    type.anyOf.some((branch) => takesNull(unwrapped(branch, view.clientTypes), view))
  );
}

/** Whether any text is taken: a hash is text that nobody knows. */
function takesText(value: PropertyValue, view: SourceView): boolean {
  return takes(
    value,
    { kind: "string", format: null, pattern: null, minLength: null, maxLength: null },
    view,
  );
}

/** Whether a value is taken: unions and enums of the call one by one. */
function takes(taken: PropertyValue, given: PropertyType, view: SourceView): boolean {
  if (given.kind === "union") return given.anyOf.every((it) => acceptsSource(taken, it, view));
  if (given.kind === "enum" && !given.open)
    return given.members.every(({ value }) => takesLiteral(taken, value, view));
  if (given.kind === "const") return takesLiteral(taken, given.value, view);
  if (given.kind === "boolean" && taken.type.kind !== "union" && taken.type.kind !== "boolean")
    return [true, false].every((value) => takesLiteral(taken, value, view));
  const { type } = taken;
  if (type.kind === "union") return type.anyOf.some((branch) => branchTakes(branch, given, view));
  const check = table[given.kind] as (
    given: PropertyType,
    type: PropertyType,
    view: SourceView,
  ) => boolean;
  return check(given, type, view);
}

function branchTakes(branch: PropertyValue, given: PropertyType, view: SourceView): boolean {
  const call = { type: given, nullable: false, description: null, pii: null };
  return acceptsSource(branch, call, view);
}

function takesLiteral(taken: PropertyValue, value: Scalar, view: SourceView): boolean {
  const { type, pii } = unwrapped(taken, view.clientTypes);
  if (pii?.handling === "drop") return false;
  if (pii?.handling === "hash" && view.client === "browser") return false;
  if (type.kind === "union") return type.anyOf.some((it) => takesLiteral(it, value, view));
  if (type.kind === "const") return type.value === value;
  if (type.kind === "enum" && !type.open) return type.members.some((it) => it.value === value);
  return table[typeof value === "number" ? "number" : (typeof value as "string" | "boolean")](
    undefined as never,
    type,
  );
}

const text = (_given: unknown, type: PropertyType): boolean =>
  type.kind === "string" ||
  type.kind === "date" ||
  type.kind === "timestamp" ||
  takesOpenly(type, "string");

const amount = (_given: unknown, type: PropertyType): boolean =>
  type.kind === "integer" ||
  type.kind === "number" ||
  type.kind === "duration" ||
  type.kind === "money" ||
  takesOpenly(type, "number");

/** An open enum takes any value of its members' kinds. */
function takesOpenly(type: PropertyType, base: "string" | "number" | "boolean"): boolean {
  if (type.kind !== "enum" || !type.open) return false;
  return type.members.some(({ value }) => typeof value === base);
}

type Check<Name extends Kind> = (given: Of<Name>, type: PropertyType, view: SourceView) => boolean;

/** Whether a value of a kind goes into a type that is no union; one entry a kind. */
const table = {
  string: text,
  date: text,
  timestamp: (_given: unknown, type: PropertyType): boolean => type.kind === "timestamp",
  integer: amount,
  number: amount,
  duration: amount,
  money: amount,
  boolean: (_given: unknown, type: PropertyType): boolean =>
    type.kind === "boolean" || takesOpenly(type, "boolean"),
  enum: (given: Of<"enum">, type: PropertyType): boolean =>
    given.members.every(({ value }) =>
      typeof value === "boolean"
        ? type.kind === "boolean" || takesOpenly(type, "boolean")
        : typeof value === "number"
          ? amount(given, type)
          : text(given, type),
    ),
  const: (given: Of<"const">, type: PropertyType): boolean =>
    type.kind === "const" && type.value === given.value,
  array: (given: Of<"array">, type: PropertyType, view: SourceView): boolean =>
    type.kind === "array" && acceptsSource(type.items, given.items, view),
  object: (given: Of<"object">, type: PropertyType, view: SourceView): boolean =>
    objectFits(given, type, view),
  map: (given: Of<"map">, type: PropertyType, view: SourceView): boolean =>
    type.kind === "map" && acceptsSource(type.values, given.values, view),
  union: (): boolean => false,
  named: (given: Of<"named">, type: PropertyType): boolean =>
    type.kind === "named" && type.name === given.name,
  json_schema: (given: Of<"json_schema">, type: PropertyType): boolean =>
    type.kind === "json_schema" && JSON.stringify(type.schema) === JSON.stringify(given.schema),
} satisfies { readonly [Name in Kind]: Check<Name> };

function objectFits(given: Of<"object">, type: PropertyType, view: SourceView): boolean {
  if (type.kind === "map")
    return given.properties.every((property) => acceptsSource(type.values, property, view));
  if (type.kind !== "object") return false;
  const known = new Map(given.properties.map((property) => [property.name, property]));
  const planned = new Set(type.properties.map(({ name }) => name));
  return (
    given.properties.every((it) => planned.has(it.name) || isNever(it)) &&
    type.properties.every((property) => memberFits(property, known.get(property.name), view))
  );
}

function memberFits(property: Property, given: Property | undefined, view: SourceView): boolean {
  const isNeeded = property.required && !isNever(property);
  if (given === undefined) return !isNeeded;
  if (isNeeded && (!given.required || isNever(given))) return false;
  return acceptsSource(property, given, view);
}

/** A dropped value has the type `never`, and nobody can pass one. */
function isNever({ pii }: Property): boolean {
  return pii?.handling === "drop";
}
