import type { ValueFact } from "../code/value-fact.js";
import type { DraftProperty, DraftType } from "../draft/draft.js";
import { personalData } from "../draft/personal-data.js";

/** More values than that are no list that anybody keeps. */
const mostValues = 12;

/** The type that covers all values that were seen under one name, and whether null was among them. */
export function valueType(values: readonly ValueFact[]): {
  readonly type: DraftType;
  readonly nullable: boolean;
} {
  const seen = values.flatMap(branches);
  const nullable = seen.some(
    ({ kind, literals }) => kind === "null" || literals?.includes(null) === true,
  );
  const told = seen.filter(({ kind }) => kind !== "null" && kind !== "undefined");
  const types = told.map(typeOf);
  const literals = told.map(({ literals: known }) => known?.filter((it) => it !== null) ?? null);
  if (types.length > 0 && types.every(({ kind }) => kind === "string")) {
    const words = literals.every((known) => known !== null && known.length > 0);
    const all = [...new Set(literals.flatMap((known) => known ?? []))].map(String).sort();
    if (words && all.length <= mostValues) return { type: { kind: "enum", values: all }, nullable };
    return { type: { kind: "string" }, nullable };
  }
  const [first = { kind: "unknown" }, ...others] = types;
  return { type: others.reduce<DraftType>(together, first), nullable };
}

/** The branches of a choice; the value itself where it is none. */
function branches(value: ValueFact): readonly ValueFact[] {
  const isChoice = value.kind === "unknown" && value.call.length === 0 && value.path.length === 0;
  return isChoice && value.parts.length > 1 ? value.parts.flatMap(branches) : [value];
}

function typeOf(value: ValueFact): DraftType {
  const { kind, literals } = value;
  const known = literals?.filter((it) => it !== null) ?? [];
  if (known.length > 0) {
    const sorts = new Set(known.map((it) => typeof it));
    if (sorts.size > 1) return { kind: "unknown" };
    if (sorts.has("string")) return { kind: "string" };
    if (sorts.has("boolean")) return { kind: "boolean" };
    return { kind: known.every(Number.isInteger) ? "integer" : "number" };
  }
  switch (kind) {
    case "string":
      return { kind: "string" };
    case "boolean":
      return { kind: "boolean" };
    case "number":
      return { kind: isCount(value) ? "integer" : "number" };
    case "date":
      return { kind: "timestamp" };
    case "array":
      return { kind: "array", items: itemsOf(value) };
    case "object":
      return objectOf(value);
    default:
      return isCount(value) ? { kind: "integer" } : { kind: "unknown" };
  }
}

const isCount = ({ path }: ValueFact): boolean =>
  path.at(-1) === "length" || path.at(-1) === "size";

function itemsOf({ parts }: ValueFact): DraftType {
  return parts.length === 0 ? { kind: "unknown" } : valueType(parts).type;
}

function objectOf({ properties }: ValueFact): DraftType {
  if (properties === null || !properties.isComplete || properties.entries.length === 0) {
    return { kind: "map", values: { kind: "unknown" } };
  }
  return {
    kind: "object",
    properties: properties.entries.map(({ key, value, isConditional }): DraftProperty => {
      const { type, nullable } = valueType([value]);
      return {
        name: key,
        description: `${key}, as the code names it.`,
        required: !isConditional,
        type,
        ...(nullable ? { nullable } : {}),
        ...personalData(key, type),
        notes: [],
      };
    }),
  };
}

/** A type that holds the values of both. */
function together(one: DraftType, other: DraftType): DraftType {
  if (one.kind === other.kind) {
    if (one.kind === "array" && other.kind === "array") {
      return { kind: "array", items: together(one.items, other.items) };
    }
    if (one.kind === "object") return { kind: "map", values: { kind: "unknown" } };
    return one;
  }
  const kinds = [one.kind, other.kind];
  if (kinds.includes("integer") && kinds.includes("number")) return { kind: "number" };
  if (kinds.every((kind) => kind === "object" || kind === "map")) {
    return { kind: "map", values: { kind: "unknown" } };
  }
  return { kind: "unknown" };
}
