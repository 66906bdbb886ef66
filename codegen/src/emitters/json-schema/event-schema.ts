import { arrivingEvent } from "../../plan/arrival.js";
import type { JsonSchema } from "../../plan/property-type.js";
import type { Event, ResolvedPlan } from "../../plan/resolved-plan.js";
import { objectSchema } from "./object-schema.js";
import type { JsonSchemaOptions } from "./options.js";
import type { SchemaContext } from "./schema-context.js";

/**
 * The schema of all events of one name. Where products hold the event differently it has a branch
 * for each, so that a name is one schema, whatever is added to the plan.
 */
export function eventSchema(
  plan: ResolvedPlan,
  events: readonly Event[],
  options: JsonSchemaOptions,
  context: SchemaContext,
): JsonSchema {
  const [first, second] = events;
  if (first === undefined) return {};
  if (second === undefined)
    return { title: first.name, ...branch(plan, first, options, context, first.name) };
  return {
    title: first.name,
    description: `Products hold it differently: a branch for ${events.map((event) => event.products.join(" and ")).join(", one for ")}.`,
    anyOf: events.map((event) => {
      const path = `${event.name}/${event.products.join("+")}`;
      return branch(plan, event, options, context, path);
    }),
  };
}

function branch(
  plan: ResolvedPlan,
  event: Event,
  options: JsonSchemaOptions,
  context: SchemaContext,
  path: string,
): JsonSchema {
  const { deprecated } = event;
  const properties = arrivingEvent(plan, event, context.types, options.context);
  return {
    description: event.description,
    ...(deprecated === null ? {} : { deprecated: true }),
    ...(deprecated !== null && deprecated.replacedBy !== null && options.annotations
      ? { "x-replaced-by": deprecated.replacedBy }
      : {}),
    ...objectSchema(properties, context, path),
    ...(options.posthog_keys ? { patternProperties: { "^\\$": true } } : {}),
  };
}
