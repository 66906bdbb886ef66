import { isBroken } from "../broken-type.js";
import type { Property, PropertyValue } from "../property-type.js";
import type { Report } from "../report.js";
import type { NamedTypeDefinition, ResolvedPlan } from "../resolved-plan.js";
import { visitPropertyLists } from "./property-lists.js";

type Types = ReadonlyMap<string, NamedTypeDefinition>;

/** A hash is text, so only what is one value can be hashed; an object is not. */
export function checkHashing(plan: ResolvedPlan, report: Report): void {
  const types: Types = new Map(plan.types.map((type) => [type.name, type]));
  const judge = (value: PropertyValue, place: Property | NamedTypeDefinition): void => {
    const { type, pii } = value;
    const kind = kindOf(value, types);
    if (pii?.handling === "hash" && !hashable.has(kind))
      report.add(
        "hash-type-mismatch",
        pii === place.pii ? report.inside(place, ["pii"]) : place.origin,
        `"${place.name}" is a ${kind}, and only text can be hashed.`,
        { help: "Mark the personal value inside it, or drop the whole." },
      );
    if (type.kind === "array") judge(type.items, place);
    if (type.kind === "map") judge(type.values, place);
    if (type.kind === "union") for (const branch of type.anyOf) judge(branch, place);
  };
  for (const type of plan.types) judge(type, type);
  for (const field of plan.context) judge(field, field);
  visitPropertyLists(plan, (properties) => {
    for (const property of properties)
      if (property.pii !== null || compound.has(property.type.kind)) judge(property, property);
  });
}

const hashable: ReadonlySet<string> = new Set(["string", "integer", "enum"]);
const compound: ReadonlySet<string> = new Set(["array", "map", "union"]);

/** The kind of a value, through the type that it names. */
function kindOf({ type }: PropertyValue, types: Types): PropertyValue["type"]["kind"] {
  if (isBroken(type)) return "string";
  if (type.kind !== "named") return type.kind;
  const definition = types.get(type.name);
  return definition === undefined ? "string" : kindOf(definition, types);
}
