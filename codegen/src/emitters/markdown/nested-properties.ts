import type { Property, PropertyValue } from "../../plan/property-type.js";

/** A property with its path: `resource.service`, `contacts[].email`, `by_key{}.email`. */
export interface PathedProperty {
  readonly path: string;
  readonly property: Property;
}

/** Properties and what is nested in them, in the order in which people read them. */
export function withNested(
  properties: readonly Property[],
  prefix = "",
): readonly PathedProperty[] {
  return properties.flatMap((property) => {
    const path = `${prefix}${property.name}`;
    return [{ path, property }, ...nestedIn(property, path)];
  });
}

/** The properties of the objects in a value. Named types stand for themselves, on their own. */
export function nestedIn({ type }: PropertyValue, path: string): readonly PathedProperty[] {
  switch (type.kind) {
    case "object":
      return withNested(type.properties, path === "" ? "" : `${path}.`);
    case "array":
      return nestedIn(type.items, `${path}[]`);
    case "map":
      return nestedIn(type.values, `${path}{}`);
    case "union":
      return type.anyOf.flatMap((branch) => nestedIn(branch, path));
    default:
      return [];
  }
}
