import type { Origin } from "../origin.js";
import type { Report } from "../report.js";
import type { Event, ResolvedPlan } from "../resolved-plan.js";
import { wordsOf } from "../words-of.js";

/** Two names must not become one: as a type, on a disk that ignores case, as an anchor, or as a path. */
export function checkGeneratedNames(plan: ResolvedPlan, report: Report): void {
  const firsts = new Map<string, Event>();
  for (const event of plan.events) firsts.set(event.name, firsts.get(event.name) ?? event);
  const events = [...firsts.values()];
  const names = new Identifiers(report);
  for (const { name, origin } of plan.groups)
    names.take([...wordsOf(name), "traits"], `the traits of group "${name}"`, origin);
  for (const { name, origin } of plan.types)
    names.take(wordsOf(name), `the type "${name}"`, origin);
  for (const event of events) {
    names.take(event.words, `"${event.name}"`, event.origin);
    if (event.properties.some((property) => property.when !== null))
      names.take([...event.words, "base"], `a part of "${event.name}"`, event.origin);
  }
  checkBranches(events, report);
  checkNamespaces(firsts, report);
}

/** `OrderPaidWhenOutcomeRefused` is a branch of the type `OrderPaid`, and must not be an event's type too. */
function checkBranches(events: readonly Event[], report: Report): void {
  const branching = new Map<string, Event>();
  for (const event of events)
    if (event.properties.some(({ when }) => when !== null))
      branching.set(event.words.join("").toLowerCase(), event);
  for (const { name, words, origin } of events) {
    for (const [index, word] of words.entries()) {
      if (word.toLowerCase() !== "when" && word.toLowerCase() !== "without") continue;
      const other = branching.get(words.slice(0, index).join("").toLowerCase());
      if (other === undefined) continue;
      report.add(
        "identifier-collision",
        origin,
        `"${name}" reads like a branch of "${other.name}" in generated code.`,
        {
          help: "Rename one of the two.",
          related: [report.related("the other one", other.origin)],
        },
      );
    }
  }
}

/** Names of types in generated code, as a disk that ignores case sees them: `costanomalyalerted`. */
class Identifiers {
  readonly #taken = new Map<string, { readonly what: string; readonly origin: Origin | null }>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
    for (const name of clientNames)
      this.#taken.set(name.toLowerCase(), { what: "a type of every client", origin: null });
  }

  /** Takes the name that is made of some words; a finding where there are none, or it is taken. */
  take(words: readonly string[], what: string, origin: Origin): void {
    const name = words.join("").toLowerCase();
    const other = this.#taken.get(name);
    if (words.length === 0) {
      this.#report.add(
        "identifier-collision",
        origin,
        `${what} has no letter or digit to make a type's name of.`,
        { help: "Use at least one word." },
      );
    } else if (other !== undefined) {
      this.#report.add(
        "identifier-collision",
        origin,
        `${what} and ${other.what} get the same name in generated code.`,
        {
          help: "Rename one of the two.",
          related:
            other.origin === null ? [] : [this.#report.related("the other one", other.origin)],
        },
      );
    } else this.#taken.set(name, { what, origin });
  }
}

/** `a.b` cannot be called where `a.b.c` exists. */
function checkNamespaces(events: ReadonlyMap<string, Event>, report: Report): void {
  for (const event of events.values()) {
    for (let dot = event.name.indexOf("."); dot !== -1; dot = event.name.indexOf(".", dot + 1)) {
      const shorter = events.get(event.name.slice(0, dot));
      if (shorter === undefined) continue;
      report.add(
        "name-is-namespace",
        event.origin,
        `"${shorter.name}" is an event, so "${event.name}" cannot be one below it.`,
        {
          help: "Give the shorter one an action, such as a last word.",
          related: [report.related("the event", shorter.origin)],
        },
      );
    }
  }
}

/** Types that every generated client exports or uses beside those of the plan. */
const clientNames: readonly string[] = [
  "Events",
  "Track",
  "Tracker",
  "BoundTracker",
  "BrowserTracker",
  "BrowserTrackerOptions",
  "NodeTracker",
  "NodeTrackerOptions",
  "SlackTracker",
  "SlackTrackerOptions",
  "CallContext",
  "RuntimeContext",
  "PersonTraits",
  "SuperProperties",
  "CallOptions",
  "ClientPlan",
  "CreateTracker",
  "IdentifyOptions",
  "Exact",
  "ExactDeep",
  "Hashed",
  "TrackByName",
  "Date",
  "Record",
  "Partial",
  "Readonly",
  "Array",
  "String",
  "Number",
  "Boolean",
  "Object",
  "Promise",
];
