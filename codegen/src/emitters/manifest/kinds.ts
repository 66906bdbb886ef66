import type {
  EnumMember,
  Property,
  PropertyType,
  PropertyValue,
} from "../../plan/property-type.js";
import { manifestDeprecation, manifestPii } from "./decisions.js";
import { given } from "./given.js";
import type { ManifestProperty, ManifestType, ManifestValue } from "./manifest-property.js";
import { typeInWords } from "./type-in-words.js";

type Kind = PropertyType["kind"];
type Of<Name extends Kind> = Extract<PropertyType, { kind: Name }>;
type ToManifest<Name extends Kind> = (type: Of<Name>) => ManifestType;

/** One entry a kind: its type in the manifest. */
const kinds = {
  string: ({ kind, format, pattern, minLength, maxLength }) => ({
    kind,
    ...given({ format, pattern, minLength, maxLength }),
  }),
  integer: ({ kind, min, max, unit }) => ({ kind, ...given({ min, max, unit }) }),
  number: ({ kind, min, max, unit }) => ({ kind, ...given({ min, max, unit }) }),
  boolean: ({ kind }) => ({ kind }),
  timestamp: ({ kind }) => ({ kind }),
  date: ({ kind }) => ({ kind }),
  duration: ({ kind, unit, min, max }) => ({ kind, unit, ...given({ min, max }) }),
  money: ({ kind, currency, unit, min, max }) => ({ kind, currency, unit, ...given({ min, max }) }),
  enum: ({ kind, members, open }) => ({
    kind,
    values: members.map(({ value }) => value),
    ...(open ? { open } : {}),
    ...given({ deprecated: outgoing(members) }),
  }),
  const: ({ kind, value }) => ({ kind, value }),
  array: ({ kind, items, minItems, maxItems, unique }) => ({
    kind,
    items: manifestValue(items),
    ...given({ minItems, maxItems }),
    ...(unique ? { unique } : {}),
  }),
  object: ({ kind, properties }) => ({ kind, properties: properties.map(manifestProperty) }),
  map: ({ kind, values, keys, maxKeys }) => ({
    kind,
    values: manifestValue(values),
    ...given({ keys, maxKeys }),
  }),
  union: ({ kind, anyOf }) => ({ kind, anyOf: anyOf.map(manifestValue) }),
  named: ({ kind, name }) => ({ kind, name }),
  json_schema: ({ kind, schema }) => ({ kind, schema }),
} satisfies { readonly [Name in Kind]: ToManifest<Name> };

/** A value without a name as the manifest holds it. */
export function manifestValue({ type, nullable, pii }: PropertyValue): ManifestValue {
  return { type: manifestType(type), ...(nullable ? { nullable } : {}), ...manifestPii(pii) };
}

/** A property as the manifest holds it. */
export function manifestProperty(property: Property): ManifestProperty {
  const { name, required, type, when, nullable, pii, deprecated } = property;
  return {
    name,
    required,
    type: manifestType(type),
    summary: typeInWords(property),
    ...given({ when }),
    ...(nullable ? { nullable } : {}),
    ...manifestPii(pii),
    ...manifestDeprecation(deprecated),
  };
}

function manifestType(type: PropertyType): ManifestType {
  return (kinds[type.kind] as ToManifest<Kind>)(type);
}

function outgoing(members: readonly EnumMember[]): readonly EnumMember["value"][] | null {
  const values = members.filter(({ deprecated }) => deprecated !== null).map(({ value }) => value);
  return values.length === 0 ? null : values;
}
