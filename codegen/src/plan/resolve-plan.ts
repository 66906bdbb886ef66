import type { LoadedPlan } from "../language/load-plan.js";
import { checks } from "./checks/index.js";
import { type Collected, collect } from "./collect.js";
import { Definitions, type ImportedDefinitions, type ResolvedGroup } from "./definitions.js";
import { extensionsOf } from "./extensions.js";
import { freezeDeep } from "./freeze-deep.js";
import { type ImportedPlan, importEvents, offerUnder } from "./import-plan.js";
import type { Property } from "./property-type.js";
import type { Report } from "./report.js";
import { resolveContext } from "./resolve-context.js";
import { resolveEvents } from "./resolve-events.js";
import { indexEvents, resolveActivations, resolveFunnels } from "./resolve-funnels.js";
import { resolveHealth } from "./resolve-health.js";
import type { Event, ResolvedPlan } from "./resolved-plan.js";
import { byName, resolveVocabulary, type Vocabulary } from "./vocabulary.js";

/**
 * Makes every decision that a plan leaves open, in steps of which none looks back: collect,
 * vocabulary, definitions, events, context, activations, funnels, health, then the checks.
 */
export function resolvePlan(loaded: LoadedPlan, report: Report): ResolvedPlan {
  const { plan } = resolveWithDefinitions(loaded, report);
  for (const check of checks) check(plan, report);
  return freezeDeep(plan);
}

function resolveWithDefinitions(loaded: LoadedPlan, report: Report): ImportedPlan {
  const imports = new Map(
    [...loaded.imports].map(([name, other]) => [name, resolveWithDefinitions(other, report)]),
  );
  const collected = collect(loaded, report);
  const vocabulary = resolveVocabulary(collected, report);
  const files = { folder: loaded.folder, read: (path: string) => loaded.reader.read(path) };
  const definitions = new Definitions(collected, vocabulary, merge(imports), files, report);
  const own = resolveEvents(loaded, collected, vocabulary, definitions, report);
  const events = sortEvents([...own, ...importEvents(collected, imports, own, vocabulary, report)]);
  const index = indexEvents(events);
  const products = resolveActivations(collected, vocabulary, index, report);
  const funnels = resolveFunnels(collected, vocabulary, products, index, report);
  const health = resolveHealth(collected, index, report);
  const context = resolveContext(collected, vocabulary, definitions, report);
  const parts = { events, products, funnels, health, ...context };
  return {
    plan: { ...header(collected, vocabulary), ...shared(definitions, events), ...parts },
    definitions,
  };
}

function header({ root }: Collected, vocabulary: Vocabulary) {
  const { value } = root;
  const { teams, runtimes, stages, tiers, integrations, naming, piiClasses } = vocabulary;
  const words = Object.entries(value.privacy?.words ?? {}).map(([word, piiClass]) => ({
    word,
    class: piiClass,
  }));
  return {
    format: 1,
    name: value.plan,
    title: value.title ?? value.plan,
    version: value.version ?? "0.0.0",
    description: value.description ?? null,
    docs: value.docs?.replace(/\/+$/, "") ?? null,
    origin: root.origin,
    naming,
    teams,
    runtimes,
    stages,
    tiers,
    integrations,
    privacy: {
      classes: byName([...piiClasses.values()]),
      words: words.sort((a, b) => (a.word < b.word ? -1 : 1)),
      harmless: [...(value.privacy?.harmless ?? [])].sort(),
    },
    reserved: {
      events: [...(value.reserved?.events ?? [])].sort(),
      properties: [...(value.reserved?.properties ?? [])].sort(),
    },
    extensions: extensionsOf(value),
  } as const;
}

/** Types, shared properties and groups, each with the events that use it. */
function shared(definitions: Definitions, events: readonly Event[]) {
  const users = usersByAncestor(events);
  const usedBy = (kind: string, name: string): readonly string[] => [
    ...(users.get(`${kind} ${name}`) ?? []),
  ];
  return {
    types: byName(definitions.types),
    properties: byName(
      definitions.properties.map((it): Property & { usedBy: readonly string[] } => ({
        ...it,
        usedBy: usedBy("property", it.name),
      })),
    ),
    propertyGroups: byName(
      definitions.groups.map((it: ResolvedGroup) => ({
        ...it,
        usedBy: usedBy("property_group", it.name),
      })),
    ),
  };
}

function usersByAncestor(events: readonly Event[]): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const event of events) {
    for (const { lineage } of event.properties) {
      for (const { kind, name } of lineage) {
        const key = `${kind} ${name}`;
        const known = users.get(key);
        if (known === undefined) users.set(key, new Set([event.name]));
        else known.add(event.name);
      }
    }
  }
  return users;
}

function sortEvents(events: readonly Event[]): readonly Event[] {
  const key = (event: Event): string => `${event.name}\n${event.products.join(",")}`;
  return [...events].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What all imported plans offer, each name behind its plan's short name. */
function merge(imports: ReadonlyMap<string, ImportedPlan>): ImportedDefinitions {
  const offers = [...imports].map(([name, { definitions }]) =>
    offerUnder(name, definitions.offer()),
  );
  return {
    properties: new Map(offers.flatMap((offer) => [...offer.properties])),
    groups: new Map(offers.flatMap((offer) => [...offer.groups])),
    types: new Map(offers.flatMap((offer) => [...offer.types])),
  };
}
