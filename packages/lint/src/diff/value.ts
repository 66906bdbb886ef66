import type { NamedTypeDefinition, PropertyValue, ResolvedPlan } from "@dd0c/track-codegen";

/** What a named type stands for, by its name. */
export type NamedValues = ReadonlyMap<string, NamedTypeDefinition>;

/** The named types of a plan. */
export function namedValuesOf(plan: ResolvedPlan): NamedValues {
  return new Map(plan.types.map((type) => [type.name, type]));
}

/** A value with its named types replaced by what they stand for; a name that leads nowhere stays. */
export function unwrapped(value: PropertyValue, types: NamedValues): PropertyValue {
  let current = value;
  for (let steps = 0; current.type.kind === "named" && steps < 64; steps++) {
    const named = types.get(current.type.name);
    if (named === undefined) return current;
    current = {
      ...current,
      type: named.type,
      nullable: current.nullable || named.nullable,
      pii: current.pii ?? named.pii,
    };
  }
  return current;
}
