import type { Definitions, ImportedDefinitions, ResolvedGroup } from "./definitions.js";
import type { Property, PropertyType, PropertyValue } from "./property-type.js";
import type { NamedTypeDefinition, ResolvedPlan } from "./resolved-plan.js";

/** A resolved plan with what others may use of it. */
export interface ImportedPlan {
  readonly plan: ResolvedPlan;
  readonly definitions: Definitions;
}

/** What all imported plans offer, each name behind its plan's short name: `platform/utm`. */
export function offerAll(imports: ReadonlyMap<string, ImportedPlan>): ImportedDefinitions {
  const offers = [...imports].map(([alias, { definitions }]) => offer(alias, definitions.offer()));
  return {
    properties: new Map(offers.flatMap(({ properties }) => [...properties])),
    groups: new Map(offers.flatMap(({ groups }) => [...groups])),
    types: new Map(offers.flatMap(({ types }) => [...types])),
  };
}

function offer(alias: string, { properties, groups, types }: ImportedDefinitions) {
  const under = underAlias(alias);
  const rename = <Value extends { readonly name: string }>(
    all: ReadonlyMap<string, Value>,
    change: (it: Value) => Value,
  ) => new Map([...all].map(([name, it]) => [under(name), change(it)]));
  return {
    properties: rename(properties, (it) => renameProperty(it, under)),
    groups: rename(groups, (it: ResolvedGroup) => ({
      ...it,
      name: under(it.name),
      properties: it.properties.map((property) => renameProperty(property, under)),
    })),
    types: rename(types, (it: NamedTypeDefinition) => ({
      ...it,
      name: under(it.name),
      type: renameType(it.type, under),
    })),
  };
}

/** How an imported plan's names are called here. */
export function underAlias(alias: string): (name: string) => string {
  return (name) => `${alias}/${name}`;
}

/** The property with what it names, and what it came from, behind the plan's short name. */
export function renameProperty(property: Property, rename: (name: string) => string): Property {
  const lineage = property.lineage.map((ancestor) =>
    ancestor.kind === "property" || ancestor.kind === "property_group"
      ? { ...ancestor, name: rename(ancestor.name) }
      : ancestor,
  );
  return { ...property, type: renameType(property.type, rename), lineage };
}

function renameType(type: PropertyType, rename: (name: string) => string): PropertyType {
  const value = (it: PropertyValue): PropertyValue => ({
    ...it,
    type: renameType(it.type, rename),
  });
  switch (type.kind) {
    case "named":
      return { ...type, name: rename(type.name) };
    case "array":
      return { ...type, items: value(type.items) };
    case "map":
      return { ...type, values: value(type.values) };
    case "union":
      return { ...type, anyOf: type.anyOf.map(value) };
    case "object":
      return { ...type, properties: type.properties.map((it) => renameProperty(it, rename)) };
    default:
      return type;
  }
}
