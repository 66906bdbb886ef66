import type {
  Event,
  Property,
  PropertyType,
  PropertyValue,
  ResolvedPlan,
} from "@dd0c/track-codegen";
import { eventPath } from "./event-path.js";
import type { PropertySite } from "./plan-view.js";

type Place = PropertySite["place"];

/**
 * Every property where it is defined: shared ones and those of groups once, those of events where
 * an event writes them itself, traits, the context, and what stands inside objects at any depth.
 */
export function propertySites(plan: ResolvedPlan): readonly PropertySite[] {
  const sites: PropertySite[] = [];
  const seen = new Set<string>();
  const inside = ({ type }: PropertyValue, path: string, event: Event | null): void => {
    if (!compound.has(type.kind)) return;
    for (const part of partsOf(type)) {
      if ("name" in part) add(part, path, "inner", event);
      else inside(part, path, event);
    }
  };
  const add = (property: Property, owner: string, place: Place, event: Event | null): void => {
    if (isTaken(property, place)) return;
    const { file, line, column } = property.origin;
    const key = `${file}:${line}:${column}`;
    if (seen.has(key)) return;
    seen.add(key);
    const path = `${owner}/${property.name}`;
    sites.push({ path, origin: property.origin, event, property, place });
    inside(property, path, event);
  };
  const list = (
    properties: readonly Property[],
    path: string,
    place: Place,
    event: Event | null = null,
  ): void => {
    for (const property of properties) add(property, path, place, event);
  };
  list(plan.properties, "properties", "shared");
  for (const group of plan.propertyGroups)
    list(group.properties, `property_groups/${group.name}/properties`, "group");
  for (const type of plan.types) inside(type, `types/${type.name}`, null);
  for (const event of plan.events) {
    if (event.lineage.some(({ kind }) => kind === "import")) continue;
    list(event.properties, `${eventPath(event)}/properties`, "event", event);
  }
  list(plan.person.traits, "person/traits", "trait");
  for (const group of plan.groups) list(group.traits, `groups/${group.name}/traits`, "trait");
  list(plan.superProperties, "super_properties", "super");
  list(plan.context, "context", "context");
  return sites;
}

const compound: ReadonlySet<PropertyType["kind"]> = new Set(["object", "array", "map", "union"]);

/** Whether a property is defined elsewhere, and only taken or tightened here. */
function isTaken({ lineage }: Property, place: Place): boolean {
  return (
    place !== "shared" &&
    lineage.some(({ kind }) => kind === "property" || kind === "property_group")
  );
}

function partsOf(type: PropertyType): readonly (Property | PropertyValue)[] {
  switch (type.kind) {
    case "object":
      return type.properties;
    case "array":
      return [type.items];
    case "map":
      return [type.values];
    case "union":
      return type.anyOf;
    default:
      return [];
  }
}
