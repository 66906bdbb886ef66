import {
  fateOf,
  type NamedTypes,
  type Property,
  type PropertyType,
  type PropertyValue,
  type ResolvedPlan,
} from "@dd0c/track-codegen";

/** How `from_json` is told a type: a name, a list of one, or an object's members. */
export type DuckShape = string | readonly [DuckShape] | { readonly [name: string]: DuckShape };

type Kind = PropertyType["kind"];
type Of<Name extends Kind> = Extract<PropertyType, { kind: Name }>;
type ToShape<Name extends Kind> = (type: Of<Name>, types: NamedTypes, depth: number) => DuckShape;

/** Columns of one STRUCT; a plan with more keeps the others as JSON alone. */
const mostFields = 1_000;
const deepest = 6;

/**
 * The typed columns of a plan: every property of every event by name. One that events hold with
 * different types is JSON; names that differ in case only are one to DuckDB, so the first has the column.
 */
export function duckShapes(plan: ResolvedPlan): Readonly<Record<string, DuckShape>> {
  const types: NamedTypes = new Map(plan.types.map((type) => [type.name, type]));
  const shapes = new Map<string, { readonly name: string; shape: DuckShape }>();
  const properties: readonly Property[] = [
    ...plan.context.filter(({ from }) => from !== "clock"),
    ...plan.superProperties,
    ...plan.events.flatMap((event) => event.properties),
  ];
  for (const property of properties) {
    if (fateOf(property, types) === "dropped") continue;
    const shape = duckShape(property, types, 0);
    const known = shapes.get(property.name.toLowerCase());
    if (known === undefined) {
      if (shapes.size < mostFields)
        shapes.set(property.name.toLowerCase(), { name: property.name, shape });
    } else if (
      known.name === property.name &&
      JSON.stringify(known.shape) !== JSON.stringify(shape)
    )
      known.shape = "JSON";
  }
  return Object.fromEntries([...shapes.values()].map(({ name, shape }) => [name, shape]));
}

/** A shape as a column's type: `STRUCT("service" VARCHAR, "region" VARCHAR)[]`. */
export function duckType(shape: DuckShape): string {
  if (typeof shape === "string") return shape;
  if (isList(shape)) return `${duckType(shape[0])}[]`;
  return `STRUCT(${Object.entries(shape)
    .map(([name, member]) => `${quoted(name)} ${duckType(member)}`)
    .join(", ")})`;
}

/** A name as SQL takes any. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL takes any. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function duckShape(of: PropertyValue, types: NamedTypes, depth: number): DuckShape {
  if (fateOf(of, types) === "hashed") return "VARCHAR";
  if (depth > deepest) return "JSON";
  return (kinds[of.type.kind] as ToShape<Kind>)(of.type, types, depth + 1);
}

/** One entry a kind: a kind that is left out does not compile. */
const kinds = {
  string: () => "VARCHAR",
  integer: () => "BIGINT",
  number: () => "DOUBLE",
  boolean: () => "BOOLEAN",
  timestamp: () => "TIMESTAMP",
  date: () => "DATE",
  duration: () => "DOUBLE",
  money: ({ unit }) => (unit === "major" ? "DOUBLE" : "BIGINT"),
  enum: ({ members }) => scalars(members.map(({ value }) => value)),
  const: ({ value }) => scalars([value]),
  array: ({ items }, types, depth) =>
    fateOf(items, types) === "dropped" ? "JSON" : [duckShape(items, types, depth)],
  object: ({ properties }, types, depth) => {
    const kept = properties.filter((it) => fateOf(it, types) !== "dropped");
    const names = new Set(kept.map(({ name }) => name.toLowerCase()));
    if (kept.length === 0 || names.size < kept.length) return "JSON";
    return Object.fromEntries(kept.map((it) => [it.name, duckShape(it, types, depth)]));
  },
  map: () => "JSON",
  union: () => "JSON",
  named: ({ name }, types, depth) => {
    const named = types.get(name);
    return named === undefined ? "JSON" : duckShape(named, types, depth);
  },
  json_schema: () => "JSON",
} satisfies { readonly [Name in Kind]: ToShape<Name> };

function scalars(values: readonly (string | number | boolean)[]): DuckShape {
  const [type, ...others] = new Set(values.map((value) => typeof value));
  if (others.length > 0) return "JSON";
  if (type === "boolean") return "BOOLEAN";
  if (type !== "number") return "VARCHAR";
  return values.every((value) => Number.isInteger(value)) ? "BIGINT" : "DOUBLE";
}

function isList(shape: DuckShape): shape is readonly [DuckShape] {
  return Array.isArray(shape);
}
