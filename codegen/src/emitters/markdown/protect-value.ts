import type { JsonValue, PropertyType, PropertyValue } from "../../plan/property-type.js";
import type { Types } from "./example-value.js";

/** How a hashed value looks on the wire. */
export const hashExample = "h1_k1_Zt9fQ2mX7bJcR4sLw8vNaA";

/**
 * A value as it is passed (`call`) or as it arrives (`arrival`): what is never sent is undefined,
 * what is hashed arrives as its hash.
 */
export function protectValue(
  of: PropertyValue,
  value: JsonValue,
  seen: "call" | "arrival",
  types: Types,
): JsonValue | undefined {
  if (of.pii?.handling === "drop") return undefined;
  if (of.pii?.handling === "hash" && seen === "arrival") return hashExample;
  if (typeof value !== "object" || value === null) return value;
  const shapes = shapesOf(of.type, types);
  const inside = (part: PropertyValue | undefined, member: JsonValue) =>
    part === undefined ? member : protectValue(part, member, seen, types);
  if (isList(value)) return value.flatMap((item) => inside(itemIn(shapes), item) ?? []);
  const members = Object.entries(value).flatMap(([key, member]) => {
    const kept = inside(memberIn(shapes, key), member);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(members);
}

/** The types a value may have, behind names and unions. */
function shapesOf(type: PropertyType, types: Types, depth = 0): readonly PropertyType[] {
  if (depth > 8) return [];
  if (type.kind === "union")
    return type.anyOf.flatMap((branch) => shapesOf(branch.type, types, depth + 1));
  if (type.kind !== "named") return [type];
  const named = types.get(type.name);
  return named === undefined ? [] : shapesOf(named.type, types, depth + 1);
}

function itemIn(shapes: readonly PropertyType[]): PropertyValue | undefined {
  return shapes.find((type) => type.kind === "array")?.items;
}

function memberIn(shapes: readonly PropertyType[], key: string): PropertyValue | undefined {
  for (const type of shapes) {
    if (type.kind === "map") return type.values;
    const member =
      type.kind === "object" ? type.properties.find(({ name }) => name === key) : undefined;
    if (member !== undefined) return member;
  }
  return undefined;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
