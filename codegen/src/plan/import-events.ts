import type { Span } from "../language/span.js";
import type { Collected } from "./collect.js";
import type { PlanScope } from "./definitions.js";
import { type ImportedPlan, renameProperty, underAlias } from "./import-plan.js";
import type { Event } from "./resolved-plan.js";

/** The events that a plan takes over from those it imports: `events: [account.*]`. */
export function importEvents(
  collected: Collected,
  imports: ReadonlyMap<string, ImportedPlan>,
  own: readonly Event[],
  scope: PlanScope,
): readonly Event[] {
  const taken = new Map(own.map((event) => [event.name, event]));
  return [...imports].flatMap(([alias, { plan }]) => {
    const patterns = collected.root.value.imports?.[alias]?.events ?? [];
    const mine = new Set<string>();
    return patterns.flatMap((pattern, index) => {
      const span = collected.root.file.located.keySpan(patterns, index);
      const found = sharedEvents(plan.events).filter(({ name }) => fits(pattern, name));
      if (found.length === 0)
        scope.report.add(
          "import-matches-nothing",
          span,
          `"${pattern}" is no event of plan "${alias}".`,
          { help: "Name its events, or a family such as account.*" },
        );
      return found.flatMap((event) => {
        if (mine.has(event.name)) return [];
        const other = taken.get(event.name);
        if (other !== undefined) {
          reportTwice(event, other, span, scope);
          return [];
        }
        mine.add(event.name);
        taken.set(event.name, event);
        return [imported(event, alias, span, scope)];
      });
    });
  });
}

/** Each event once, as its plan shares it: not as one of that plan's products extends it. */
function sharedEvents(events: readonly Event[]): readonly Event[] {
  const byName = new Map<string, Event>();
  const isExtended = ({ lineage }: Event): boolean => lineage.some((it) => it.kind === "extension");
  for (const event of events) {
    const known = byName.get(event.name);
    if (known === undefined || (isExtended(known) && !isExtended(event)))
      byName.set(event.name, event);
  }
  return [...byName.values()];
}

/** The event in this plan's words; of what only its own plan knows, nothing is said. */
function imported(
  event: Event,
  alias: string,
  span: Span,
  { vocabulary, report }: PlanScope,
): Event {
  const { origin, name } = event;
  const known = (word: string | null, words: readonly { readonly name: string }[]) =>
    words.some((it) => it.name === word) ? word : null;
  const runtimes = event.runtimes.filter((it) => known(it, vocabulary.runtimes) !== null);
  if (runtimes.length === 0)
    report.add("runtime-unknown", span, `"${name}" is sent from no runtime of this plan.`, {
      help: `It is sent from ${event.runtimes.join(", ")}.`,
    });
  return {
    ...event,
    stage: known(event.stage, vocabulary.stages),
    tier: known(event.tier, vocabulary.tiers),
    integration: known(event.integration, vocabulary.integrations),
    feature: null,
    products: vocabulary.products.map((product) => product.name),
    shared: true,
    runtimes,
    properties: event.properties.map((it) => renameProperty(it, underAlias(alias))),
    lineage: [{ kind: "import", name: alias, origin }, ...event.lineage],
  };
}

function reportTwice(event: Event, other: Event, span: Span, { report }: PlanScope): void {
  report.add("duplicate-definition", span, `"${event.name}" is an event of this plan already.`, {
    help: "Name only events that this plan does not have.",
    related: [
      report.related("in the other plan", event.origin),
      report.related("in this plan", other.origin),
    ],
  });
}

/** Whether a name fits a pattern in which `*` stands for anything; one walk, without going back over it. */
function fits(pattern: string, name: string): boolean {
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop();
  if (last === undefined) return pattern === name;
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  let at = first.length;
  for (const part of others) {
    const found = name.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}
