import type { Definitions } from "./definitions.js";
import type { PropertyType } from "./property-type.js";

const weights: WeakMap<PropertyType, number> = new WeakMap();

/** How many values a type holds, itself and those of the types that it names included. */
export function weightOf(type: PropertyType, definitions: Definitions): number {
  switch (type.kind) {
    case "array":
      return 1 + weightOf(type.items.type, definitions);
    case "map":
      return 1 + weightOf(type.values.type, definitions);
    case "named": {
      const definition = definitions.knownType(type.name);
      return definition === null ? 1 : weightOf(definition.type, definitions);
    }
    case "object":
      return known(type, () => sum(type.properties, definitions));
    case "union":
      return known(type, () => sum(type.anyOf, definitions));
    default:
      return 1;
  }
}

function known(type: PropertyType, weigh: () => number): number {
  const weight = weights.get(type) ?? weigh();
  weights.set(type, weight);
  return weight;
}

function sum(values: readonly { readonly type: PropertyType }[], definitions: Definitions): number {
  return values.reduce((total, { type }) => total + weightOf(type, definitions), 1);
}
