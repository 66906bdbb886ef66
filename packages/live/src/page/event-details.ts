import {
  type Event,
  fateOf,
  type NamedTypes,
  type ResolvedPlan,
  typeInWords,
} from "@dd0c/track-codegen";
import { livePages } from "../check/live-pages.js";
import type { LiveEvent } from "../session/live-event.js";

/** An event with everything that explains it: as it was sent, what the plan says of it, what is wrong. */
export interface EventDetails {
  readonly seq: number;
  readonly at: number;
  readonly verdict: LiveEvent["verdict"];
  readonly sent: LiveEvent["arrived"];
  readonly plan: {
    readonly description: string;
    readonly trigger: string | null;
    readonly answers: string | null;
    readonly owner: string | null;
    readonly stage: string | null;
    readonly products: readonly string[];
    readonly runtimes: readonly string[];
    readonly place: string;
    readonly docs: string | null;
    readonly properties: readonly {
      readonly name: string;
      readonly type: string;
      readonly required: string;
      readonly description: string | null;
      readonly privacy: string | null;
      readonly sent: boolean;
    }[];
  } | null;
  readonly violations: readonly {
    readonly code: string;
    readonly id: string;
    readonly severity: string;
    readonly title: string;
    readonly message: string;
    readonly help: string | null;
    readonly why: string;
    readonly path: string;
  }[];
}

/** Puts an event's details together. */
export function eventDetails(plan: ResolvedPlan, event: LiveEvent): EventDetails {
  const { seq, at, verdict, arrived, violations, product } = event;
  const planned =
    plan.events.find(
      ({ name, products }) => name === arrived.event && products.includes(product ?? ""),
    ) ?? plan.events.find(({ name }) => name === arrived.event);
  return {
    seq,
    at,
    verdict,
    sent: arrived,
    plan: planned === undefined ? null : plannedFacts(plan, planned, arrived.properties),
    violations: violations.map(({ code, severity, message, help, path }) => {
      const { id, title, why } = livePages[code];
      return { code, id, severity, title, message, help, why, path };
    }),
  };
}

function plannedFacts(
  plan: ResolvedPlan,
  event: Event,
  properties: Readonly<Record<string, unknown>>,
): NonNullable<EventDetails["plan"]> {
  const types: NamedTypes = new Map(plan.types.map((type) => [type.name, type]));
  const { file, line } = event.origin;
  return {
    description: event.description,
    trigger: event.trigger,
    answers: event.answers,
    owner: plan.teams.find(({ name }) => name === event.owner)?.title ?? event.owner,
    stage: event.stage,
    products: event.products,
    runtimes: event.runtimes,
    place: `${file}:${line}`,
    docs: plan.docs,
    properties: event.properties.map((property) => {
      const fate = fateOf(property, types);
      return {
        name: property.name,
        type: typeInWords(property),
        required: property.required
          ? "always"
          : property.when === null
            ? "optional"
            : "under a condition",
        description: property.description,
        privacy: fate === "kept" ? null : fate,
        sent: Object.hasOwn(properties, property.name),
      };
    }),
  };
}
