import type { PropertyType, PropertyValue } from "@dd0c/track-codegen";
import { arrivesNull, matchesPattern, refusal } from "@dd0c/track-codegen";
import { numberRange } from "./number-range.js";
import { textLengths } from "./text-lengths.js";
import { type NamedValues, unwrapped } from "./value.js";

/** Whose types are compared: those of what is sent, and those that judge it. */
export interface WireView {
  readonly sent: NamedValues;
  readonly planned: NamedValues;
}

type Kind = PropertyType["kind"];
type Of<Name extends Kind> = Extract<PropertyType, { kind: Name }>;

/**
 * Whether every value that one side may send is a value for the other. Where that cannot be known
 * (two different patterns, two JSON Schemas), it is not. What is hashed or dropped is not judged:
 * it arrives as a hash, or not at all.
 */
export function acceptsWire(planned: PropertyValue, sent: PropertyValue, view: WireView): boolean {
  const value = unwrapped(sent, view.sent);
  const wanted = unwrapped(planned, view.planned);
  if (isHidden(value) || isHidden(wanted)) return true;
  if (value.nullable && !arrivesNull(wanted, view.planned)) return false;
  return holds(wanted, value.type, view);
}

function isHidden({ pii }: PropertyValue): boolean {
  return pii !== null && pii.handling !== "allow";
}

function holds(wanted: PropertyValue, sent: PropertyType, view: WireView): boolean {
  if (sent.kind === "union") return sent.anyOf.every((it) => acceptsWire(wanted, it, view));
  const { type } = wanted;
  if (sent.kind === "enum" && !sent.open && type.kind !== "json_schema")
    return sent.members.every(({ value }) => fits(wanted, value, view));
  if (sent.kind === "const" && type.kind !== "json_schema") return fits(wanted, sent.value, view);
  if (type.kind === "union")
    return type.anyOf.some((branch) => holds(unwrapped(branch, view.planned), sent, view));
  const check = table[sent.kind] as (
    sent: PropertyType,
    type: PropertyType,
    view: WireView,
  ) => boolean;
  return check(sent, type, view);
}

function fits(wanted: PropertyValue, value: string | number | boolean, view: WireView): boolean {
  return refusal({ ...wanted, nullable: false }, value, view.planned) === null;
}

function numeric(sent: PropertyType, type: PropertyType): boolean {
  const from = numberRange(sent);
  const to = numberRange(type);
  if (from === null || to === null) return type.kind === "enum" && type.open;
  return (
    (from.whole || !to.whole) &&
    (to.min === null || (from.min !== null && from.min >= to.min)) &&
    (to.max === null || (from.max !== null && from.max <= to.max))
  );
}

type Check<Name extends Kind> = (sent: Of<Name>, type: PropertyType, view: WireView) => boolean;

/** Whether all of a kind's values fit a type that is no union; one entry a kind. */
const table = {
  string: (sent: Of<"string">, type: PropertyType): boolean => textFits(sent, type),
  integer: numeric,
  number: numeric,
  duration: numeric,
  money: numeric,
  boolean: (_sent: Of<"boolean">, type: PropertyType): boolean =>
    type.kind === "boolean" ||
    (type.kind === "enum" &&
      [true, false].every((value) => type.open || type.members.some((it) => it.value === value))),
  timestamp: (_sent: Of<"timestamp">, type: PropertyType): boolean =>
    type.kind === "timestamp" || textFits(textOf("date-time"), type),
  date: (_sent: Of<"date">, type: PropertyType): boolean =>
    type.kind === "date" || textFits(textOf("date"), type),
  enum: (sent: Of<"enum">, type: PropertyType): boolean => openFits(sent, type),
  const: (): boolean => false,
  array: (sent: Of<"array">, type: PropertyType, view: WireView): boolean =>
    type.kind === "array" &&
    within(sent.minItems, sent.maxItems, type.minItems, type.maxItems) &&
    (sent.unique || !type.unique) &&
    acceptsWire(type.items, sent.items, view),
  object: (sent: Of<"object">, type: PropertyType, view: WireView): boolean =>
    objectFits(sent, type, view),
  map: (sent: Of<"map">, type: PropertyType, view: WireView): boolean =>
    type.kind === "map" &&
    (type.keys === null || type.keys === sent.keys) &&
    (type.maxKeys === null || (sent.maxKeys !== null && sent.maxKeys <= type.maxKeys)) &&
    acceptsWire(type.values, sent.values, view),
  union: (): boolean => false,
  named: (sent: Of<"named">, type: PropertyType): boolean =>
    type.kind === "named" && type.name === sent.name,
  json_schema: (sent: Of<"json_schema">, type: PropertyType): boolean =>
    type.kind === "json_schema" && JSON.stringify(sent.schema) === JSON.stringify(type.schema),
} satisfies { readonly [Name in Kind]: Check<Name> };

function textOf(format: string): Of<"string"> {
  return { kind: "string", format, pattern: null, minLength: null, maxLength: null };
}

function textFits(sent: Of<"string">, type: PropertyType): boolean {
  if (type.kind === "timestamp") return sent.format === "date-time";
  if (type.kind === "date") return sent.format === "date";
  if (type.kind === "enum")
    return type.open && type.members.some((it) => typeof it.value === "string");
  if (type.kind !== "string") return false;
  const lengths = textLengths(sent);
  return (
    (type.format === null || type.format === sent.format) &&
    (type.pattern === null || type.pattern === sent.pattern) &&
    within(lengths.min, lengths.max, type.minLength, type.maxLength)
  );
}

/** An open enum may send anything of its members' kinds. */
function openFits(sent: Of<"enum">, type: PropertyType): boolean {
  if (type.kind === "enum") return type.open;
  const isText = sent.members.every(({ value }) => typeof value === "string");
  return isText && type.kind === "string" && textFits({ ...textOf(""), format: null }, type);
}

function within(
  min: number | null,
  max: number | null,
  least: number | null,
  most: number | null,
): boolean {
  return (least ?? 0) <= (min ?? 0) && (most === null || (max !== null && max <= most));
}

function objectFits(sent: Of<"object">, type: PropertyType, view: WireView): boolean {
  if (type.kind === "map") {
    const { keys, maxKeys } = type;
    return (
      (maxKeys === null || sent.properties.length <= maxKeys) &&
      sent.properties.every(
        (it) =>
          (keys === null || matchesPattern(keys, it.name)) && acceptsWire(type.values, it, view),
      )
    );
  }
  if (type.kind !== "object") return false;
  const known = new Map(sent.properties.map((it) => [it.name, it]));
  const planned = new Set(type.properties.map(({ name }) => name));
  return (
    sent.properties.every((it) => planned.has(it.name)) &&
    type.properties.every((it) => {
      const given = known.get(it.name);
      if (given === undefined) return !it.required;
      return (given.required || !it.required) && acceptsWire(it, given, view);
    })
  );
}
