import type {
  ManifestProperty,
  ManifestType,
  ManifestValue,
  Origin,
  Property,
  PropertyType,
  PropertyValue,
} from "@dd0c/track-codegen";

/** A property of a manifest as a resolved plan has it; everything inside stands where it does. */
export function propertyFromManifest(property: ManifestProperty, origin: Origin): Property {
  const { name, required, when, deprecated } = property;
  return {
    ...valueFromManifest(property, origin),
    name,
    required,
    when: when ?? null,
    examples: [],
    deprecated:
      deprecated === undefined
        ? null
        : { replacedBy: null, since: null, sunset: null, ...deprecated },
    tags: [],
    origin,
    lineage: [],
    extensions: {},
  };
}

/** A value of a manifest as a resolved plan has it. */
export function valueFromManifest(value: ManifestValue, origin: Origin): PropertyValue {
  const { type, nullable, pii } = value;
  return {
    type: typeFromManifest(type, origin),
    nullable: nullable ?? false,
    description: null,
    pii: pii === undefined ? null : { reason: null, reviewer: null, until: null, ...pii },
  };
}

function typeFromManifest(type: ManifestType, origin: Origin): PropertyType {
  const open = { min: null, max: null };
  switch (type.kind) {
    case "string":
      return { format: null, pattern: null, minLength: null, maxLength: null, ...type };
    case "integer":
    case "number":
      return { ...open, unit: null, ...type };
    case "duration":
      return { ...open, ...type, min: type.min ?? 0, unit: durationUnit(type.unit) };
    case "money":
      return { ...open, ...type };
    case "enum":
      return {
        kind: "enum",
        open: type.open ?? false,
        members: type.values.map((value) => ({
          value,
          description: null,
          deprecated: type.deprecated?.includes(value) === true ? gone : null,
        })),
      };
    case "array":
      return {
        minItems: null,
        maxItems: null,
        ...type,
        unique: type.unique ?? false,
        items: valueFromManifest(type.items, origin),
      };
    case "object":
      return {
        kind: "object",
        properties: type.properties.map((it) => propertyFromManifest(it, origin)),
      };
    case "map":
      return { keys: null, maxKeys: null, ...type, values: valueFromManifest(type.values, origin) };
    case "union":
      return { kind: "union", anyOf: type.anyOf.map((it) => valueFromManifest(it, origin)) };
    default:
      return type;
  }
}

const gone = { reason: "", replacedBy: null, since: null, sunset: null } as const;

const durationUnits = ["ms", "s", "min", "h", "d"] as const;

function durationUnit(unit: string): (typeof durationUnits)[number] {
  return durationUnits.find((it) => it === unit) ?? "ms";
}
