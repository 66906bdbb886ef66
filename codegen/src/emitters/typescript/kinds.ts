import type { Property, PropertyType, PropertyValue } from "../../plan/property-type.js";
import { wordsOf } from "../../plan/words-of.js";
import { docComment } from "../../print/doc-comment.js";
import { Lines } from "../../print/lines.js";
import { isIdentifier, pascalCase, propertyKey, stringLiteral } from "../../print/names.js";
import type { ClientRuntime } from "./client.js";
import type { Imports } from "./imports.js";
import { propertyDoc } from "./property-doc.js";
import type { Shapes } from "./shapes.js";

/** What the text of a type depends on beside the type: where it runs, and the raw shapes' names. */
export interface TypeContext {
  readonly runtime: ClientRuntime;
  readonly shapes: Shapes;
  readonly imports: Imports;
}

type Print<Kind extends PropertyType["kind"]> = (
  type: Extract<PropertyType, { kind: Kind }>,
  context: TypeContext,
) => string;

/** The TypeScript type of a value as the caller passes it; a text of many lines for nested objects. */
export function typeText(value: PropertyValue, context: TypeContext): string {
  if (value.pii?.handling === "drop") return "never";
  const print = table[value.type.kind] as Print<PropertyType["kind"]>;
  const isHashedElsewhere = value.pii?.handling === "hash" && context.runtime === "browser";
  const text = isHashedElsewhere
    ? `${context.imports.core("Hashed")}<${stringLiteral(value.pii.class)}>`
    : print(value.type, context);
  return value.nullable ? `${text} | null` : text;
}

/** A member of an interface with its doc comment. */
export function memberLines(property: Property, context: TypeContext): readonly string[] {
  const optional = property.required && property.pii?.handling !== "drop" ? "" : "?";
  return [
    ...docComment(propertyDoc(property), deprecatedTag(property)),
    `readonly ${propertyKey(property.name)}${optional}: ${typeText(property, context)};`,
  ];
}

/** The members of an interface or object, each with its doc comment. */
export function addMembers(
  lines: Lines,
  properties: readonly Property[],
  context: TypeContext,
): void {
  for (const property of properties) lines.add(...memberLines(property, context));
}

/** One entry a kind: a kind that is left out does not compile. */
const table: { readonly [Kind in PropertyType["kind"]]: Print<Kind> } = {
  string: () => "string",
  integer: () => "number",
  number: () => "number",
  boolean: () => "boolean",
  timestamp: () => "Date | string",
  date: () => "string",
  duration: () => "number",
  money: () => "number",
  enum: (type) => {
    const values = type.members.map((member) => literal(member.value)).join(" | ");
    return type.open ? `${values} | (${openBase(type.members)} & {})` : values;
  },
  const: (type) => literal(type.value),
  array: (type, context) => `readonly ${itemsText(type.items, context)}[]`,
  object: (type, context) => objectText(type.properties, context),
  map: (type, context) => `{ readonly [key: string]: ${typeText(type.values, context)} }`,
  union: (type, context) =>
    [...new Set(type.anyOf.map((branch) => typeText(branch, context)))].join(" | "),
  named: (type) => pascalCase(wordsOf(type.name)),
  json_schema: (type, { shapes, imports }) => {
    const shape = shapes.of(type);
    return shape === null ? "unknown" : imports.shape(shape.name, shape.file);
  },
};

/** A value as a literal type. */
export function literal(value: string | number | boolean): string {
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

function objectText(properties: readonly Property[], context: TypeContext): string {
  if (properties.length === 0) return "{ readonly [key: string]: never }";
  const lines = new Lines();
  lines.block("{", () => addMembers(lines, properties, context), "}");
  return lines.toText();
}

/** The items of a list: in brackets, unless they are one name or one object, to which `[]` belongs anyway. */
function itemsText(items: PropertyValue, context: TypeContext): string {
  const text = typeText(items, context);
  const isObject = items.type.kind === "object" && !items.nullable && text.startsWith("{");
  return isObject || isIdentifier(text) ? text : `(${text})`;
}

function openBase(members: Extract<PropertyType, { kind: "enum" }>["members"]): string {
  return [...new Set(members.map((member) => typeof member.value))].sort().join(" | ");
}

function deprecatedTag({ deprecated }: Property): readonly string[] {
  if (deprecated === null) return [];
  const instead = deprecated.replacedBy === null ? "" : ` Use \`${deprecated.replacedBy}\`.`;
  return [`@deprecated ${deprecated.reason}${instead}`];
}
