import type {
  Event,
  Origin,
  Property,
  PropertyType,
  ResolvedPlan,
  Source,
} from "@dd0c/track-codegen";
import { eventPath } from "./event-path.js";
import { once } from "./once.js";
import { propertySites } from "./property-sites.js";
import { splitWords } from "./split-words.js";
import { writtenAt } from "./written-at.js";

/** Something of a plan that a finding is about. */
export interface Subject {
  /** `events/order_paid/properties/amount`; survives edits elsewhere. */
  readonly path: string;
  readonly origin: Origin;
  /** The event that it belongs to; null where it belongs to many or none. */
  readonly event: Event | null;
}

/** A property where it is defined: once, however many events take it from there. */
export interface PropertySite extends Subject {
  readonly property: Property;
  readonly place: "event" | "shared" | "group" | "trait" | "context" | "super" | "inner";
}

type Kind = PropertyType["kind"];

/** A plan as rules look at it: what several of them need is worked out once. */
export interface PlanView {
  readonly plan: ResolvedPlan;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The plan's own events, each name once; those of imported plans are their owners' affair. */
  readonly events: readonly Event[];
  /** Every property where it is defined. */
  readonly properties: readonly PropertySite[];
  /** Those of some kinds of type, which is most of the work of most rules left out. */
  readonly ofKinds: (...kinds: readonly Kind[]) => readonly PropertySite[];
  /** The words of a name in lower case. */
  readonly words: (name: string) => readonly string[];
  /** What stands in the file from an origin on: the key and its value, without what follows. */
  readonly written: (origin: Origin) => string;
  /** Every name that some `ref:` or `include:` of the plan's files mentions, in whatever place. */
  readonly mentioned: ReadonlySet<string>;
}

/** Looks at a plan. `sources` are the texts that it was compiled from. */
export function viewPlan(
  plan: ResolvedPlan,
  sources: ReadonlyMap<string, Source>,
  today: string,
): PlanView {
  const known = new Map<string, readonly string[]>();
  const words = (name: string): readonly string[] => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const split = splitWords(name);
    known.set(name, split);
    return split;
  };
  const events = once(() => ownEvents(plan));
  const properties = once(() => propertySites(plan));
  const mentioned = once(() => mentions(sources));
  const byKind = once(() => sitesByKind(properties()));
  return {
    plan,
    today,
    words,
    ofKinds: (...kinds) => kinds.flatMap((kind) => byKind().get(kind) ?? []),
    written: (origin) => writtenAt(origin, sources),
    get events() {
      return events();
    },
    get properties() {
      return properties();
    },
    get mentioned() {
      return mentioned();
    },
  };
}

/** An event as the subject of a finding. */
export function eventSubject(event: Event): Subject {
  return { path: eventPath(event), origin: event.origin, event };
}

function sitesByKind(sites: readonly PropertySite[]): ReadonlyMap<Kind, readonly PropertySite[]> {
  const byKind = new Map<Kind, PropertySite[]>();
  for (const site of sites) {
    const known = byKind.get(site.property.type.kind);
    if (known === undefined) byKind.set(site.property.type.kind, [site]);
    else known.push(site);
  }
  return byKind;
}

function ownEvents({ events }: ResolvedPlan): readonly Event[] {
  const seen = new Set<string>();
  return events.filter(({ name, lineage }) => {
    if (seen.has(name) || lineage.some(({ kind }) => kind === "import")) return false;
    return seen.add(name);
  });
}

function mentions(sources: ReadonlyMap<string, Source>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of sources.values()) {
    for (const [, name = ""] of text.matchAll(/\b(?:ref|name):\s*["']?([\w./-]+)/g))
      names.add(name);
    for (const [, list = ""] of text.matchAll(/\binclude:\s*\[([^\]]*)\]/g)) {
      for (const name of list.split(",")) names.add(name.trim().replaceAll(/["']/g, ""));
    }
    for (const [, list = ""] of text.matchAll(/\binclude:\s*\n((?:\s*-.*\n?)+)/g)) {
      for (const [, name = ""] of list.matchAll(/-\s*["']?([\w./-]+)/g)) names.add(name);
    }
  }
  return names;
}
