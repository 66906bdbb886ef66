import type { PropertyType } from "../../plan/property-type.js";
import type { NamedTypeDefinition } from "../../plan/resolved-plan.js";

/** The named types, each after those that it refers to; the resolver lets none lead back to itself. */
export function inOrderOfUse(
  types: readonly NamedTypeDefinition[],
): readonly NamedTypeDefinition[] {
  const byName = new Map(types.map((type) => [type.name, type]));
  const ordered = new Set<NamedTypeDefinition>();
  const open = new Set<string>();
  const add = (name: string): void => {
    const definition = byName.get(name);
    if (definition === undefined || open.has(name)) return;
    open.add(name);
    for (const inner of namesIn(definition.type)) add(inner);
    ordered.add(definition);
  };
  for (const { name } of types) add(name);
  return [...ordered];
}

function namesIn(type: PropertyType): readonly string[] {
  if (type.kind === "named") return [type.name];
  if (type.kind === "array") return namesIn(type.items.type);
  if (type.kind === "map") return namesIn(type.values.type);
  if (type.kind === "union") return type.anyOf.flatMap((branch) => namesIn(branch.type));
  return type.kind === "object" ? type.properties.flatMap((it) => namesIn(it.type)) : [];
}
