import type {
  ContextField,
  Event,
  Origin,
  Property,
  PropertyType,
  ResolvedPlan,
  Source,
  Span,
} from "@dd0c/track-codegen";
import { spanOfOrigin } from "../plan/span-of-origin.js";

/** One or more plans, as questions that code rules ask of them. */
export interface PlanIndex {
  readonly plans: readonly ResolvedPlan[];
  /** Every event's name, sorted, each once. */
  readonly names: readonly string[];
  /** The events of that name: one a product where products extend it differently. */
  eventsNamed(name: string): readonly Event[];
  /** The field that every event carries under that name. */
  contextField(name: string): ContextField | null;
  /** A property's type, with named types followed. */
  typeOf(property: Pick<Property, "type">): PropertyType;
  /** Whether the plan says that a name which looks like personal data is none. */
  isHarmless(name: string): boolean;
  /** Where something of the plan stands, for findings. */
  place(origin: Origin): Span;
}

/** Makes the index; `sources` are the plans' files as they were read. */
export function indexPlans(
  plans: readonly ResolvedPlan[],
  sources: ReadonlyMap<string, Source>,
): PlanIndex {
  const events = new Map<string, Event[]>();
  for (const event of plans.flatMap((plan) => plan.events)) {
    const known = events.get(event.name);
    if (known === undefined) events.set(event.name, [event]);
    else known.push(event);
  }
  const fields = new Map(plans.flatMap((plan) => plan.context).map((it) => [it.name, it]));
  const types = new Map(plans.flatMap((plan) => plan.types).map((it) => [it.name, it.type]));
  const harmless = new Set(plans.flatMap((plan) => plan.privacy.harmless));
  const follow = (type: PropertyType, depth = 0): PropertyType => {
    const target = type.kind === "named" ? types.get(type.name) : undefined;
    return target === undefined || depth > 16 ? type : follow(target, depth + 1);
  };
  return {
    plans,
    names: [...events.keys()].sort(),
    eventsNamed: (name) => events.get(name) ?? [],
    contextField: (name) => fields.get(name) ?? null,
    typeOf: ({ type }) => follow(type),
    isHarmless: (name) => harmless.has(name),
    place: (origin) => spanOfOrigin(origin, sources),
  };
}
