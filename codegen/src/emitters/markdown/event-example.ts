import type { Condition, JsonValue, Property } from "../../plan/property-type.js";
import type { ContextField, Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { makeValue, type Types } from "./example-value.js";
import { hashExample, protectValue } from "./protect-value.js";

/** A property with the value that an example gives it. */
export interface ExampleProperty {
  readonly property: Property;
  readonly value: JsonValue;
}

/**
 * Likely values for an event, from the plan's examples: every property that is not on its way out,
 * and of those with a condition the ones whose condition these values meet.
 */
export function exampleProperties(event: Event, types: Types): readonly ExampleProperty[] {
  const all = event.properties
    .filter(({ deprecated }) => deprecated === null)
    .map((property) => ({ property, value: exampleOf(property, types) }));
  const values = new Map(all.map(({ property, value }) => [property.name, value]));
  return all.filter(({ property: { when } }) => when?.every((it) => holds(it, values)) ?? true);
}

/** The event as PostHog gets it. */
export function arrivingEvent(
  event: Event,
  examples: readonly ExampleProperty[],
  plan: ResolvedPlan,
  types: Types,
): JsonValue {
  const [runtime = "node"] = event.runtimes;
  const context = plan.context.filter((it) => it.from !== "clock" && it.runtimes.includes(runtime));
  const values = [
    ...context.map((it) => [it.name, contextValue(it, event, plan, types)] as const),
    ...examples.flatMap(({ property, value }) => {
      const arriving = protectValue(property, value, "arrival", types);
      return arriving === undefined ? [] : [[property.name, arriving] as const];
    }),
  ];
  return {
    event: event.name,
    timestamp: "2027-01-15T09:30:00.000Z",
    properties: Object.fromEntries(values),
  };
}

function contextValue(
  field: ContextField,
  event: Event,
  plan: ResolvedPlan,
  types: Types,
): JsonValue {
  if (field.value === "product") return event.products[0] ?? plan.name;
  if (field.value === "runtime") return event.runtimes[0] ?? "node";
  if (field.value === "plan") return plan.name;
  return protectValue(field, exampleOf(field, types), "arrival", types) ?? hashExample;
}

function exampleOf(property: Property, types: Types): JsonValue {
  return property.examples[0] ?? makeValue(property, types);
}

function holds(condition: Condition, values: ReadonlyMap<string, JsonValue>): boolean {
  const value = values.get(condition.property);
  if (condition.kind === "presence") return (value !== undefined) === condition.present;
  return condition.values.some((it) => it === value);
}
