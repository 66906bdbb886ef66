import type { Event, Property } from "@dd0c/track-codegen";
import type { Analysis } from "../code/analysis.js";
import type { Site, UnresolvedSite } from "../code/site.js";
import type { PropertyFact } from "../code/value-fact.js";
import type { PlanIndex } from "./plan-index.js";

/** Sites that count: those of tests, stories and fixtures send nothing that anybody analyses. */
export function liveSites(analysis: Analysis): readonly Site[] {
  return analysis.sites.filter(({ place }) => !place.isInTest);
}

/** Live sites and those whose events are not known, in the order of the code. */
export function allCalls(analysis: Analysis): readonly (Site | UnresolvedSite)[] {
  const calls = [...analysis.sites, ...analysis.unresolved];
  return calls.filter(({ place }) => !place.isInTest).sort(byPlace);
}

/** The planned events that a site sends, each as the product of its client sees it. */
export function plannedEvents(site: Site, plan: PlanIndex): readonly Event[] {
  return site.event.names.flatMap(({ name }) => {
    const events = plan.eventsNamed(name);
    const product = site.client?.product;
    const own = events.filter((event) => product && event.products.includes(product));
    return own.length > 0 ? own : events;
  });
}

/** The live sites of each planned event; an event that none sends has no entry. */
export function sitesByEvent(
  analysis: Analysis,
  plan: PlanIndex,
): ReadonlyMap<Event, readonly Site[]> {
  const sites = new Map<Event, Site[]>();
  for (const site of liveSites(analysis)) {
    for (const event of new Set(plannedEvents(site, plan))) {
      const known = sites.get(event);
      if (known === undefined) sites.set(event, [site]);
      else known.push(site);
    }
  }
  return sites;
}

/** What a key can mean at a site: the property of each planned event that has it. */
export function plannedProperties(events: readonly Event[], key: string): readonly Property[] {
  return events.flatMap((event) => event.properties.filter(({ name }) => name === key));
}

/** The keys that a site passes, the last of each kind. */
export function entriesOf({ properties }: Pick<Site, "properties">): readonly PropertyFact[] {
  const last = new Map((properties?.entries ?? []).map((entry) => [entry.key, entry]));
  return [...last.values()];
}

/**
 * What a finding at a site is about, in words that survive edits elsewhere: the file, the function
 * around it, the event, and a key of it.
 */
export function subjectOf(site: Site | UnresolvedSite, ...more: readonly string[]): string {
  const names = site.event.names.map(({ name }) => name).join("|");
  const event = names === "" ? site.calleeText : names;
  return [site.span.file, site.place.symbol, event, ...more].filter(Boolean).join("/");
}

/** A severity for how sure the engine is: a call that only reads like an event's never fails a build. */
export function severityAt(
  { tier }: Pick<Site, "tier">,
  severity: "error" | "warning" | "info" = "error",
): "error" | "warning" | "info" {
  return tier === "name" && severity === "error" ? "warning" : severity;
}

/** `"a"`, `"a" or "b"`, `"a", "b" or "c"`. */
export function quoteAll(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`;
}

/** How the typed client is called for an event: `track.cost.anomaly.alerted`. */
export function typedCall(event: Pick<Event, "path">): string {
  return `track${event.path
    .map((step) => (/^[A-Za-z_$][\w$]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
    .join("")}`;
}

function byPlace(a: Site | UnresolvedSite, b: Site | UnresolvedSite): number {
  if (a.span.file !== b.span.file) return a.span.file < b.span.file ? -1 : 1;
  return a.span.start - b.span.start;
}
