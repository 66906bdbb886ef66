import { type Event, fateOf, type NamedTypes, type ResolvedPlan } from "@dd0c/track-codegen";

/** A planned event of one product, and what was seen of it. */
export interface EventCoverage {
  readonly event: string;
  readonly product: string;
  readonly stage: string | null;
  readonly seen: number;
  readonly bad: number;
  readonly properties: readonly { readonly name: string; readonly seen: boolean }[];
  readonly runtimes: readonly { readonly name: string; readonly seen: boolean }[];
}

/** How much of the plan was seen. */
export interface CoverageShare {
  readonly events: number;
  readonly eventsSeen: number;
  readonly properties: number;
  readonly propertiesSeen: number;
}

/** Counts which planned events and properties were seen. */
export interface Coverage {
  saw(
    planned: Event,
    product: string | null,
    runtime: string | null,
    properties: Readonly<Record<string, unknown>>,
    isBad: boolean,
  ): void;
  entries(): readonly EventCoverage[];
  share(product?: string): CoverageShare;
}

interface Entry {
  readonly planned: Event;
  readonly product: string;
  seen: number;
  bad: number;
  readonly wanted: readonly string[];
  readonly properties: Set<string>;
  readonly runtimes: Set<string>;
}

/** Starts counting: an entry for each planned event of each product; one that is to be dropped is not waited for. */
export function createCoverage(plan: ResolvedPlan): Coverage {
  const types: NamedTypes = new Map(plan.types.map((type) => [type.name, type]));
  const entries: Entry[] = plan.events.flatMap((planned) => {
    const wanted = planned.properties
      .filter((it) => fateOf(it, types) !== "dropped" && it.deprecated === null)
      .map(({ name }) => name);
    return planned.products.map((product) => ({
      planned,
      product,
      seen: 0,
      bad: 0,
      wanted,
      properties: new Set<string>(),
      runtimes: new Set<string>(),
    }));
  });
  const byPlace = new Map(
    entries.map((entry) => [`${entry.planned.name}\n${entry.product}`, entry]),
  );

  return {
    saw(planned, product, runtime, properties, isBad) {
      const entry = byPlace.get(`${planned.name}\n${product ?? planned.products[0]}`);
      if (entry === undefined) return;
      entry.seen++;
      if (isBad) entry.bad++;
      if (runtime !== null) entry.runtimes.add(runtime);
      if (entry.properties.size === entry.wanted.length) return;
      for (const name of entry.wanted)
        if (Object.hasOwn(properties, name)) entry.properties.add(name);
    },
    entries: () =>
      entries.map(({ planned, product, seen, bad, wanted, properties, runtimes }) => ({
        event: planned.name,
        product,
        stage: planned.stage,
        seen,
        bad,
        properties: wanted.map((name) => ({ name, seen: properties.has(name) })),
        runtimes: planned.runtimes.map((name) => ({ name, seen: runtimes.has(name) })),
      })),
    share(product) {
      // A product's events each count; without a product a shared event counts once, as it stands in the plan.
      const events = new Map<string, { wanted: Set<string>; seen: Set<string>; isSeen: boolean }>();
      for (const entry of entries) {
        if (product !== undefined && entry.product !== product) continue;
        const { name } = entry.planned;
        const known = events.get(name) ?? { wanted: new Set(), seen: new Set(), isSeen: false };
        for (const it of entry.wanted) known.wanted.add(it);
        for (const it of entry.properties) known.seen.add(it);
        known.isSeen ||= entry.seen > 0;
        events.set(name, known);
      }
      const all = [...events.values()];
      const sum = (of: (it: (typeof all)[number]) => number): number =>
        all.reduce((total, it) => total + of(it), 0);
      return {
        events: all.length,
        eventsSeen: sum(({ isSeen }) => (isSeen ? 1 : 0)),
        properties: sum(({ wanted }) => wanted.size),
        propertiesSeen: sum(({ seen }) => seen.size),
      };
    },
  };
}
