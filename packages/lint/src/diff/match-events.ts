import type { Event, ResolvedPlan } from "@dd0c/track-codegen";

/** Events of one name: the members that are there in both plans, and products that it came to or left. */
export interface EventMatch {
  readonly name: string;
  readonly pairs: readonly {
    readonly base: Event;
    readonly head: Event;
    /** What is added to the name where the products' events differ: `@shop`. */
    readonly suffix: string;
  }[];
  readonly base: Event | null;
  readonly head: Event | null;
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** Brings the events of two plans together, by name and then by product. */
export function matchEvents(base: ResolvedPlan, head: ResolvedPlan): readonly EventMatch[] {
  const before = byName(base);
  const after = byName(head);
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.map((name) => matchOne(name, before.get(name) ?? [], after.get(name) ?? []));
}

function byName({ events }: ResolvedPlan): ReadonlyMap<string, readonly Event[]> {
  const found = new Map<string, Event[]>();
  for (const event of events) {
    const known = found.get(event.name);
    if (known === undefined) found.set(event.name, [event]);
    else known.push(event);
  }
  return found;
}

function matchOne(name: string, before: readonly Event[], after: readonly Event[]): EventMatch {
  const from = new Map(before.flatMap((event) => event.products.map((it) => [it, event] as const)));
  const to = new Map(after.flatMap((event) => event.products.map((it) => [it, event] as const)));
  const isOne = before.length === 1 && after.length === 1;
  const pairs: { base: Event; head: Event; suffix: string }[] = [];
  for (const [product, base] of from) {
    const head = to.get(product);
    if (head === undefined || pairs.some((it) => it.base === base && it.head === head)) continue;
    const shared = base.products.filter((it) => head.products.includes(it));
    pairs.push({ base, head, suffix: isOne ? "" : `@${shared.join("+")}` });
  }
  return {
    name,
    pairs,
    base: before[0] ?? null,
    head: after[0] ?? null,
    lost: [...from.keys()].filter((it) => !to.has(it)).sort(),
    gained: [...to.keys()].filter((it) => !from.has(it)).sort(),
  };
}
