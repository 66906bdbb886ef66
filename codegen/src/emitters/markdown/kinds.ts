import type { PropertyType, PropertyValue } from "../../plan/property-type.js";
import { markdownCode, markdownText } from "../../print/markdown-text.js";
import type { Page } from "./page.js";
import type { Site } from "./site.js";
import { listInWords, valueCode } from "./wording.js";

type Kind = PropertyType["kind"];
type Of<Name extends Kind> = Extract<PropertyType, { kind: Name }>;
type ToText<Name extends Kind> = (type: Of<Name>, page: Page, site: Site) => string;

/** The most values of an enum that a table shows. */
export const mostValues = 12;

/** A value's type as Markdown, for a table's cell: bounds, unit and values with it. */
export function typeText({ type, nullable }: PropertyValue, page: Page, site: Site): string {
  const text = (kinds[type.kind] as ToText<Kind>)(type, page, site);
  return nullable ? `${text}, or null` : text;
}

/** One entry a kind: how product people read it. */
const kinds = {
  string: ({ format, pattern, minLength, maxLength }) =>
    facts(
      format === null ? "string" : `string (${markdownText(format)})`,
      range(minLength, maxLength, "characters"),
      pattern === null ? null : `matching ${markdownCode(pattern)}`,
    ),
  integer: ({ min, max, unit }) => facts("integer", range(min, max, unit) ?? unitText(unit)),
  number: ({ min, max, unit }) => facts("number", range(min, max, unit) ?? unitText(unit)),
  boolean: () => "boolean",
  timestamp: () => "timestamp",
  date: () => "date",
  duration: ({ unit, min, max }) =>
    facts(`duration in ${durationUnits[unit]}`, range(min === 0 ? null : min, max, null)),
  money: ({ currency, unit, min, max }) =>
    facts(`money in ${moneyUnits[unit]}${markdownText(currency)}`, range(min, max, null)),
  enum: ({ members, open }) => {
    const values = members.slice(0, mostValues).map(({ value }) => valueCode(value));
    const more = members.length - values.length;
    return [...values, ...(more > 0 ? [`${more} more`] : []), ...(open ? ["or another"] : [])].join(
      " · ",
    );
  },
  const: ({ value }) => `always ${valueCode(value)}`,
  array: ({ items, minItems, maxItems, unique }, page, site) =>
    facts(
      `list of ${typeText(items, page, site)}`,
      range(minItems, maxItems, "items"),
      unique ? "each once" : null,
    ),
  object: () => "object",
  map: ({ values, keys, maxKeys }, page, site) =>
    facts(
      `map to ${typeText(values, page, site)}`,
      range(null, maxKeys, "keys"),
      keys === null ? null : `keys matching ${markdownCode(keys)}`,
    ),
  union: ({ anyOf }, page, site) =>
    listInWords(
      anyOf.map((branch) => typeText(branch, page, site)),
      "or",
    ),
  named: ({ name }, page, site) => page.link(markdownText(name), site.typePlace(name)),
  json_schema: () => "JSON Schema",
} satisfies { readonly [Name in Kind]: ToText<Name> };

const durationUnits = { ms: "ms", s: "seconds", min: "minutes", h: "hours", d: "days" } as const;

const moneyUnits = { major: "", minor: "cents of ", micros: "millionths of " } as const;

function facts(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(", ");
}

function range(min: number | null, max: number | null, unit: string | null): string | null {
  const behind = unit === null ? "" : ` ${unitText(unit)}`;
  if (min === null && max === null) return null;
  if (max === null) return `${min}${behind} or more`;
  return min === null ? `up to ${max}${behind}` : `${min} to ${max}${behind}`;
}

function unitText(unit: string | null): string | null {
  return unit === null ? null : markdownText(unit);
}
