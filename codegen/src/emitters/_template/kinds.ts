import type { PropertyType, PropertyValue } from "../../plan/property-type.js";

type Print<Kind extends PropertyType["kind"]> = (
  type: Extract<PropertyType, { kind: Kind }>,
) => string;

/** The text of a value's type. */
export function typeText(value: PropertyValue): string {
  const print = table[value.type.kind] as Print<PropertyType["kind"]>;
  return print(value.type);
}

/** One entry a kind: a kind that is left out does not compile. */
const table: { readonly [Kind in PropertyType["kind"]]: Print<Kind> } = {
  string: () => "text",
  integer: () => "whole number",
  number: () => "number",
  boolean: () => "yes or no",
  timestamp: () => "moment",
  date: () => "day",
  duration: (type) => `number of ${type.unit}`,
  money: (type) => `amount of ${type.currency}`,
  enum: (type) => type.members.map((member) => member.value).join(" | "),
  const: (type) => String(type.value),
  array: (type) => `list of ${typeText(type.items)}`,
  object: (type) => `object of ${type.properties.length} properties`,
  map: (type) => `map to ${typeText(type.values)}`,
  union: (type) => type.anyOf.map(typeText).join(" or "),
  named: (type) => type.name,
  json_schema: () => "JSON Schema",
};
