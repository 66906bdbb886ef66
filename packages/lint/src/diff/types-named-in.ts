import type { PropertyType, PropertyValue, ResolvedPlan } from "@dd0c/track-codegen";

/** The named types that events, context and traits use, and those that these use in turn. */
export function typesNamedIn(plan: ResolvedPlan): ReadonlySet<string> {
  const definitions = new Map(plan.types.map((type) => [type.name, type]));
  const found = new Set<string>();
  const visit = (type: PropertyType): void => {
    if (type.kind === "array") visit(type.items.type);
    if (type.kind === "map") visit(type.values.type);
    if (type.kind === "union") for (const branch of type.anyOf) visit(branch.type);
    if (type.kind === "object") for (const property of type.properties) visit(property.type);
    if (type.kind !== "named" || found.has(type.name)) return;
    found.add(type.name);
    const definition = definitions.get(type.name);
    if (definition !== undefined) visit(definition.type);
  };
  const values: readonly PropertyValue[] = [
    ...plan.events.flatMap(({ properties }) => properties),
    ...plan.context,
    ...plan.superProperties,
    ...plan.person.traits,
    ...plan.groups.flatMap(({ traits }) => traits),
  ];
  for (const { type } of values) visit(type);
  return found;
}
