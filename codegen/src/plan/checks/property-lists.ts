import type { Property, PropertyType, PropertyValue } from "../property-type.js";
import type { Event, ResolvedPlan } from "../resolved-plan.js";

/** Where a list of properties stands: an event's, or traits', a type's, an object's. */
export type ListOf = Event | "traits" | "inner";

/**
 * Calls `visit` for every list of properties that stand side by side: of events, traits, and of
 * objects at any depth. An object that many share is visited once.
 */
export function visitPropertyLists(
  plan: ResolvedPlan,
  visit: (properties: readonly Property[], of: ListOf) => void,
): void {
  const seen = new Set<PropertyType>();
  const inside = ({ type }: PropertyValue): void => {
    if (type.kind === "array") inside(type.items);
    else if (type.kind === "map") inside(type.values);
    else if ((type.kind === "union" || type.kind === "object") && !seen.has(type)) {
      seen.add(type);
      if (type.kind === "union") type.anyOf.forEach(inside);
      else list(type.properties, "inner");
    }
  };
  const list = (properties: readonly Property[], of: ListOf): void => {
    visit(properties, of);
    for (const property of properties) inside(property);
  };
  for (const event of plan.events) list(event.properties, event);
  for (const traits of traitLists(plan)) list(traits, "traits");
  for (const type of plan.types) inside(type);
}

/** What is known of persons and groups, and what a browser keeps. */
export function traitLists(plan: ResolvedPlan): readonly (readonly Property[])[] {
  return [plan.person.traits, plan.superProperties, ...plan.groups.map((group) => group.traits)];
}
