import type { Report } from "../report.js";
import type { Event, ResolvedPlan } from "../resolved-plan.js";
import { wordsOf } from "../words-of.js";

/** Two names must not become one: as a type, on a disk that ignores case, as an anchor, or as a path. */
export function checkGeneratedNames(plan: ResolvedPlan, report: Report): void {
  const firsts = new Map<string, Event>();
  for (const event of plan.events) firsts.set(event.name, firsts.get(event.name) ?? event);
  const events = [...firsts.values()];
  checkIdentifiers(plan, events, report);
  checkSpellings(events, report);
  checkNamespaces(events, report);
}

function checkIdentifiers(plan: ResolvedPlan, events: readonly Event[], report: Report): void {
  const taken = new Map<string, string>(
    [...clientNames].map((name) => [name.toLowerCase(), "a type of every client"]),
  );
  for (const group of plan.groups)
    taken.set(`${identifier(wordsOf(group.name))}traits`, `the traits of group "${group.name}"`);
  for (const type of plan.types)
    taken.set(identifier(wordsOf(type.name)), `the type "${type.name}"`);
  for (const event of events) {
    const name = identifier(event.words);
    const other = taken.get(name);
    if (event.words.length === 0) {
      report.add(
        "identifier-collision",
        event.origin,
        `"${event.name}" has no letter or digit to make a type's name of.`,
        { help: "Use at least one word." },
      );
    } else if (other !== undefined) {
      report.add(
        "identifier-collision",
        event.origin,
        `"${event.name}" and ${other} get the same name in generated code.`,
        { help: "Rename one of the two." },
      );
    }
    taken.set(name, `"${event.name}"`);
  }
}

/** Names that differ only where files, anchors and readers do not look: case and separators. */
function checkSpellings(events: readonly Event[], report: Report): void {
  const seen = new Map<string, Event>();
  for (const event of events) {
    const key = event.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
    const other = seen.get(key);
    if (other === undefined) seen.set(key, event);
    else if (identifier(other.words) !== identifier(event.words)) {
      report.add(
        "identifier-collision",
        event.origin,
        `"${event.name}" and "${other.name}" share a file name and an anchor.`,
        {
          help: "Rename one of the two.",
          related: [report.related("the other one", other.origin)],
        },
      );
    }
  }
}

/** `a.b` cannot be called where `a.b.c` exists. */
function checkNamespaces(events: readonly Event[], report: Report): void {
  const names = new Map(events.map((event) => [event.name, event]));
  for (const event of events) {
    for (let length = 1; length < event.path.length; length++) {
      const shorter = names.get(event.path.slice(0, length).join("."));
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

/** The name's words as a disk that ignores case sees the type: `CostAnomalyAlerted` → `costanomalyalerted`. */
function identifier(words: readonly string[]): string {
  return words.join("").toLowerCase();
}

/** Types that every generated client exports beside the events. */
const clientNames: ReadonlySet<string> = new Set([
  "Events",
  "Track",
  "Tracker",
  "BoundTracker",
  "CallContext",
  "RuntimeContext",
  "PersonTraits",
  "SuperProperties",
  "CallOptions",
  "ClientPlan",
  "CreateTracker",
  "Exact",
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
]);
