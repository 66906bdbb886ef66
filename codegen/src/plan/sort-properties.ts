import type { Property } from "./property-type.js";

/** Required first, then conditional, then optional; by name within each. */
export function sortProperties(properties: readonly Property[]): readonly Property[] {
  return [...properties].sort(
    (a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

function rank({ required, when }: Property): number {
  if (required) return 0;
  return when === null ? 2 : 1;
}
