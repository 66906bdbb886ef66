import type { Condition, Property, PropertyValue } from "./property-type.js";
import type { ContextField, Event, ResolvedPlan } from "./resolved-plan.js";

/** What is left of a value once a client has sent it: itself, a keyed hash of it, or nothing. */
export type Fate = "kept" | "hashed" | "dropped";

/** Named types by name, for values that refer to them. */
export type NamedTypes = ReadonlyMap<string, PropertyValue>;

/** A value's fate; a union as a whole shares that of its most private branch. */
export function fateOf(value: PropertyValue, types: NamedTypes): Fate {
  const handling = value.pii?.handling;
  if (handling === "hash") return "hashed";
  if (handling === "drop") return "dropped";
  if (value.type.kind === "named") {
    const definition = types.get(value.type.name);
    return definition === undefined ? "kept" : fateOf(definition, types);
  }
  if (value.type.kind !== "union") return "kept";
  const fates = value.type.anyOf.map((branch) => fateOf(branch, types));
  return fates.includes("dropped") ? "dropped" : fates.includes("hashed") ? "hashed" : "kept";
}

/** Whether null arrives too: said of the value, of the type it names, or of a branch. */
export function arrivesNull({ nullable, type }: PropertyValue, types: NamedTypes): boolean {
  if (nullable) return true;
  if (type.kind === "union") return type.anyOf.some((branch) => arrivesNull(branch, types));
  const definition = type.kind === "named" ? types.get(type.name) : undefined;
  return definition !== undefined && arrivesNull(definition, types);
}

/** Whether nothing of a value is hashed or dropped, however deep: only then its examples arrive as written. */
export function arrivesWhole(value: PropertyValue, types: NamedTypes): boolean {
  if (fateOf(value, types) !== "kept") return false;
  const { type } = value;
  if (type.kind === "array") return arrivesWhole(type.items, types);
  if (type.kind === "map") return arrivesWhole(type.values, types);
  if (type.kind === "object") return type.properties.every((it) => arrivesWhole(it, types));
  if (type.kind === "union") return type.anyOf.every((branch) => arrivesWhole(branch, types));
  const definition = type.kind === "named" ? types.get(type.name) : undefined;
  return definition === undefined || arrivesWhole(definition, types);
}

/** The properties of an object as they arrive: without dropped ones and without conditions that cannot be seen. */
export function arrivingProperties(
  properties: readonly Property[],
  types: NamedTypes,
): readonly Property[] {
  if (properties.every((it) => it.when === null && fateOf(it, types) !== "dropped"))
    return properties;
  const fates = new Map(properties.map((property) => [property.name, fateOf(property, types)]));
  const visible = ({ kind, property }: Condition): boolean =>
    fates.get(property) === "kept" || (kind === "presence" && fates.get(property) === "hashed");
  return properties
    .filter((property) => fates.get(property.name) !== "dropped")
    .map((property) =>
      property.when?.every(visible) === false ? { ...property, when: null } : property,
    );
}

/**
 * An event's properties as they arrive: constants that the client fills in, and, where `context` is
 * asked for, the plan's context fields and (from browsers) super-properties. A `clock` field is the
 * event's own timestamp, which is no property.
 */
export function arrivingEvent(
  plan: ResolvedPlan,
  event: Event,
  types: NamedTypes,
  context: boolean,
): readonly Property[] {
  const own = arrivingProperties(event.properties, types).map((property) =>
    property.type.kind === "const" ? { ...property, required: true, when: null } : property,
  );
  if (!context) return own;
  const remembered = event.runtimes.includes("browser") ? plan.superProperties : [];
  const added = [
    ...plan.context.flatMap((field) => contextProperty(plan, event, field)),
    ...remembered.map((property) => ({ ...property, required: false, when: null })),
  ];
  const taken = new Set(own.map((property) => property.name));
  const free = added.filter(({ name }) => !taken.has(name) && taken.add(name));
  return [...own, ...arrivingProperties(free, types)];
}

function contextProperty(plan: ResolvedPlan, event: Event, field: ContextField): Property[] {
  const runtimes = event.runtimes.filter((runtime) => field.runtimes.includes(runtime));
  if (field.from === "clock" || runtimes.length === 0) return [];
  const required = field.required && runtimes.length === event.runtimes.length;
  const values = { product: event.products, runtime: runtimes, plan: [plan.name] };
  if (field.value === null) return [{ ...field, required }];
  const known = values[field.value];
  const members = known.map((value) => ({ value, description: null, deprecated: null }));
  const examples = field.examples.filter((it) => known.some((value) => value === it));
  return [{ ...field, required, examples, type: { kind: "enum", members, open: false } }];
}
