import type { Event } from "@dd0c/track-codegen";
import type { Analysis } from "../code/analysis.js";
import type { CodeSettings } from "./code-rule.js";
import type { PlanIndex } from "./plan-index.js";

/** Sent by code that runs, sent by tests alone, named somewhere, or nowhere at all. */
export type PresenceState = "emitted" | "only-in-tests" | "mentioned" | "absent";

/** What the code base does with planned events. */
export interface Presence {
  /** The events that this code base should send, each name once, in the plan's order. */
  readonly expected: readonly Event[];
  stateOf(name: string): PresenceState;
}

/**
 * Looks for every planned event in the code. Expected are those of the products and runtimes whose
 * clients the code uses (all, where it uses none): a plan may be shared by several repositories.
 * Deprecated and expired events are on their way out, and what a client records by itself is in no code.
 */
export function presenceOf(
  analysis: Analysis,
  plan: PlanIndex,
  { today, mentioned }: CodeSettings,
): Presence {
  const emitted = new Set<string>();
  const inTests = new Set<string>();
  for (const { event, place } of analysis.sites)
    for (const { name } of event.names) (place.isInTest ? inTests : emitted).add(name);
  const maybe = analysis.unresolved.flatMap(({ event }) => event.pattern ?? []).map(patternOf);
  const partly = new Set(
    analysis.unresolved.flatMap(({ event }) => event.names.map(({ name }) => name)),
  );
  const clients = clientsIn(analysis);
  const isExpected = (event: Event): boolean =>
    event.deprecated === null &&
    event.auto === null &&
    (event.expires === null || event.expires === "never" || event.expires >= today) &&
    event.lineage.every(({ kind }) => kind !== "import") &&
    (clients.size === 0 ||
      event.products.some((product) =>
        event.runtimes.some((runtime) => clients.has(`${product}/${runtime}`)),
      ));
  const stateOf = (name: string): PresenceState => {
    if (emitted.has(name) || partly.has(name)) return "emitted";
    if (inTests.has(name)) return "only-in-tests";
    return mentioned.has(name) || maybe.some((pattern) => pattern.test(name))
      ? "mentioned"
      : "absent";
  };
  return {
    expected: plan.names.flatMap((name) => plan.eventsNamed(name).filter(isExpected).slice(0, 1)),
    stateOf,
  };
}

/** `cost/node` of every generated client that code outside tests uses. */
function clientsIn(analysis: Analysis): ReadonlySet<string> {
  const used = [...analysis.sites, ...analysis.unresolved, ...analysis.touches].flatMap((it) => {
    const client = "client" in it ? it.client : null;
    return client === null || it.place.isInTest ? [] : [`${client.product}/${client.runtime}`];
  });
  return new Set(used);
}

/** `page_*_viewed` as a regular expression; one without any letter says nothing and fits nothing. */
function patternOf(pattern: string): RegExp {
  if (!/[A-Za-z]{2}/.test(pattern)) return /(?!)/;
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
