import type { PropertyType, PropertyValue } from "../../plan/property-type.js";
import { markdownCode, markdownText } from "../../print/markdown-text.js";
import type { Page } from "./page.js";
import type { Site } from "./site.js";
import { figure, valueCode } from "./wording.js";

type Kind = PropertyType["kind"];
type Of<Name extends Kind> = Extract<PropertyType, { kind: Name }>;
type ToText<Name extends Kind> = (type: Of<Name>, page: Page, site: Site) => string;

/** The most values of an enum that a table shows. */
export const mostValues = 12;

/** A value's type as Markdown, for a table's cell: bounds, unit and values with it. */
export function typeText({ type, nullable }: PropertyValue, page: Page, site: Site): string {
  const text = (kinds[type.kind] as ToText<Kind>)(type, page, site);
  return nullable ? `${text} · null` : text;
}

/** One entry a kind: how product people read it. */
const kinds = {
  string: ({ format, pattern, minLength, maxLength }) =>
    facts(
      `string${inBrackets(format)}`,
      range(minLength, maxLength, " characters"),
      pattern === null ? null : `matching ${markdownCode(pattern)}`,
    ),
  integer: ({ min, max, unit }) => facts(`integer${inBrackets(unit)}`, range(min, max)),
  number: ({ min, max, unit }) => facts(`number${inBrackets(unit)}`, range(min, max)),
  boolean: () => "boolean",
  timestamp: () => "timestamp",
  date: () => "date",
  duration: ({ unit, min, max }) =>
    facts(`duration in ${durationUnits[unit]}`, range(min === 0 ? null : min, max)),
  money: ({ currency, unit, min, max }) =>
    facts(moneyText[unit](markdownText(currency)), range(min, max)),
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
      range(minItems, maxItems, " items"),
      unique ? "each once" : null,
    ),
  object: () => "object",
  map: ({ values, keys, maxKeys }, page, site) =>
    facts(
      `map to ${typeText(values, page, site)}`,
      range(null, maxKeys, " keys"),
      keys === null ? null : `keys matching ${markdownCode(keys)}`,
    ),
  union: ({ anyOf }, page, site) => anyOf.map((branch) => typeText(branch, page, site)).join(" · "),
  named: ({ name }, page, site) => page.link(markdownText(name), site.typePlace(name)),
  json_schema: () => "JSON Schema",
} satisfies { readonly [Name in Kind]: ToText<Name> };

const durationUnits = { ms: "ms", s: "seconds", min: "minutes", h: "hours", d: "days" } as const;

const moneyText = {
  major: (currency: string) => `money in ${currency}`,
  minor: (currency: string) => `money in ${currency} cents`,
  micros: (currency: string) => `money in millionths of a ${currency}`,
} as const;

function facts(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(", ");
}

function range(min: number | null, max: number | null, of = ""): string | null {
  if (min === null && max === null) return null;
  const [from, to] = [figure(min ?? 0), figure(max ?? 0)];
  if (max === null) return `${from}${of} or more`;
  return min === null ? `up to ${to}${of}` : `${from} to ${to}${of}`;
}

function inBrackets(unit: string | null): string {
  return unit === null ? "" : ` (${markdownText(unit)})`;
}
