import type { Property, PropertyValue } from "../../plan/property-type.js";

/** A property with its path: `resource.service`, `contacts[].email`, `by_key{}.email`. */
export interface PathedProperty {
  readonly path: string;
  readonly property: Property;
}

/** Properties and what is nested in them, in the order in which people read them. */
export function withNested(properties: readonly Property[]): readonly PathedProperty[] {
  const all: PathedProperty[] = [];
  addNested(properties, "", all);
  return all;
}

/** The properties of the objects in a value. Named types stand for themselves, on their own. */
export function nestedIn(value: PropertyValue): readonly PathedProperty[] {
  const all: PathedProperty[] = [];
  addInside(value, "", all);
  return all;
}

function addNested(properties: readonly Property[], prefix: string, all: PathedProperty[]): void {
  for (const property of properties) {
    const path = `${prefix}${property.name}`;
    all.push({ path, property });
    addInside(property, path, all);
  }
}

function addInside({ type }: PropertyValue, path: string, all: PathedProperty[]): void {
  if (type.kind === "object") addNested(type.properties, path === "" ? "" : `${path}.`, all);
  else if (type.kind === "array") addInside(type.items, `${path}[]`, all);
  else if (type.kind === "map") addInside(type.values, `${path}{}`, all);
  else if (type.kind === "union") for (const branch of type.anyOf) addInside(branch, path, all);
}
