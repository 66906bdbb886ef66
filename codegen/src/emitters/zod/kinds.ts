import { arrivesNull, fateOf, type NamedTypes } from "../../plan/arrival.js";
import type {
  EnumType,
  PropertyType,
  PropertyValue,
  StringType,
} from "../../plan/property-type.js";
import { wordsOf } from "../../plan/words-of.js";
import { pascalCase, stringLiteral } from "../../print/names.js";
import { regexLiteral } from "../../print/regex-literal.js";
import { listText } from "./list-text.js";
import { objectText } from "./object-text.js";
import { rawText } from "./raw-text.js";

type Print<Kind extends PropertyType["kind"]> = (
  type: Extract<PropertyType, { kind: Kind }>,
  types: NamedTypes,
) => string;

/** A zod schema of a value as it arrives, null included; a text of many lines for nested objects. */
export function valueText(value: PropertyValue, types: NamedTypes): string {
  const text = notNullText(value, types);
  return isNullable(value, types) ? `${text}.nullable()` : text;
}

/** The same for a property that may be absent. */
export function optionalText(value: PropertyValue, types: NamedTypes): string {
  const text = notNullText(value, types);
  return isNullable(value, types) ? `${text}.nullish()` : `${text}.optional()`;
}

/** The name of a named type's or event's schema, from its own words only. */
export function schemaName(words: readonly string[]): string {
  return `${pascalCase(words)}Schema`;
}

/** A value as a literal. */
export function literal(value: string | number | boolean): string {
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

function notNullText(value: PropertyValue, types: NamedTypes): string {
  if (fateOf(value, types) === "hashed") return "hashed()";
  const print = table[value.type.kind] as Print<PropertyType["kind"]>;
  return print(value.type, types);
}

function isNullable(value: PropertyValue, types: NamedTypes): boolean {
  return fateOf(value, types) === "hashed" ? arrivesNull(value, types) : value.nullable;
}

/** One entry a kind: a kind that is left out does not compile. */
const table = {
  string: stringText,
  integer: (type) => `z.int()${bounds(type)}`,
  number: (type) => `z.number()${bounds(type)}`,
  boolean: () => "z.boolean()",
  timestamp: () => "timestamp()",
  date: () => "z.iso.date()",
  duration: (type) => `z.number()${bounds(type)}`,
  money: (type) => `${type.unit === "major" ? "z.number()" : "z.int()"}${bounds(type)}`,
  enum: enumText,
  const: ({ value }) => `z.literal(${literal(value)})`,
  array: ({ items, minItems, maxItems, unique }, types) => {
    const item = fateOf(items, types) === "dropped" ? "z.null()" : valueText(items, types);
    const unlike = unique ? ".check(unique())" : "";
    return `z.array(${item})${bounds({ min: minItems, max: maxItems })}${unlike}`;
  },
  object: (type, types) => objectText(type.properties, types),
  map: ({ values, keys, maxKeys }, types) => {
    if (fateOf(values, types) === "dropped") return "z.strictObject({})";
    const key = keys === null ? "z.string()" : `z.string().regex(${regexLiteral(keys)})`;
    const most = maxKeys === null ? "" : `.check(maxKeys(${maxKeys}))`;
    return `z.record(${key}, ${valueText(values, types)})${most}`;
  },
  union: ({ anyOf }, types) =>
    `z.union(${listText(anyOf.map((branch) => valueText(branch, types)))})`,
  named: ({ name }) => schemaName(wordsOf(name)),
  json_schema: ({ schema }) => rawText(schema),
} as const satisfies { readonly [Kind in PropertyType["kind"]]: Print<Kind> };

/** What zod calls the formats of JSON Schema; `time` has an offset there, which zod's own has not. */
const formats: Readonly<Record<string, string>> = {
  email: "z.email()",
  uri: "z.url()",
  uuid: "z.guid()",
  hostname: "z.hostname()",
  ipv4: "z.ipv4()",
  ipv6: "z.ipv6()",
  "date-time": "timestamp()",
  date: "z.iso.date()",
  time: "timeOfDay()",
  duration: "z.iso.duration()",
};

function stringText({ format, pattern, minLength, maxLength }: StringType): string {
  const base = (format === null ? undefined : formats[format]) ?? "z.string()";
  const shape = pattern === null ? "" : `.regex(${regexLiteral(pattern)})`;
  return `${base}${shape}${lengthText(minLength, maxLength)}`;
}

/** Plans count characters and zod counts UTF-16 units: they agree on one, not on an emoji. */
function lengthText(min: number | null, max: number | null): string {
  if (max === null && (min === null || min <= 1)) return min === 1 ? ".min(1)" : "";
  return `.check(characters(${min ?? 0}${max === null ? "" : `, ${max}`}))`;
}

function enumText({ members, open }: EnumType): string {
  const values = members.map((member) => member.value);
  const list = listText(values.map(literal));
  const [only] = values;
  const isWords = values.every((value) => typeof value === "string");
  const known =
    values.length === 1 && only !== undefined
      ? `z.literal(${literal(only)})`
      : isWords
        ? `z.enum(${list})`
        : `z.literal(${list})`;
  if (!open) return known;
  const types = [...new Set(values.map((value) => typeof value))].sort();
  return `${known}${types.map((type) => `.or(z.${type}())`).join("")}`;
}

function bounds({
  min,
  max,
}: {
  readonly min: number | null;
  readonly max: number | null;
}): string {
  return `${min === null ? "" : `.min(${min})`}${max === null ? "" : `.max(${max})`}`;
}
