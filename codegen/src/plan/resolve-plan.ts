import type { LoadedPlan } from "../language/load-plan.js";
import { byName } from "./by-name.js";
import { checks } from "./checks/index.js";
import { type Collected, collect } from "./collect.js";
import { Definitions, type ResolvedGroup } from "./definitions.js";
import { indexEvents } from "./event-index.js";
import { extendEvents } from "./extend-events.js";
import { freezeDeep } from "./freeze-deep.js";
import { importEvents } from "./import-events.js";
import { type ImportedPlan, offerAll } from "./import-plan.js";
import { schemaReader } from "./json-schema-files.js";
import type { Property } from "./property-type.js";
import type { Report } from "./report.js";
import { resolveActivations } from "./resolve-activations.js";
import { resolveContext } from "./resolve-context.js";
import { resolveEvents } from "./resolve-events.js";
import { resolveFunnels } from "./resolve-funnels.js";
import { resolveHealth } from "./resolve-health.js";
import type { Event, ResolvedPlan } from "./resolved-plan.js";
import { resolveVocabulary, type Vocabulary } from "./vocabulary.js";

/**
 * Makes every decision that a plan leaves open, in steps of which none looks back: collect,
 * vocabulary, definitions, events, activations, funnels, health, context, then the checks.
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
  const takenBefore = [...imports.values()].map(({ definitions }) => definitions.scope.files.taken);
  const taken = takenBefore.reduce((sum, it) => sum + it, 0);
  const files = schemaReader(loaded.folder, loaded.reader, taken);
  const definitions = new Definitions(collected, offerAll(imports), { vocabulary, files, report });
  const { scope } = definitions;
  const own = resolveEvents(collected, scope);
  const others = importEvents(collected, imports, own, scope);
  const events = sortEvents(extendEvents([...own, ...others], collected, scope));
  const index = indexEvents(events);
  const products = resolveActivations(collected, vocabulary, index, report);
  const funnels = resolveFunnels(collected, products, index, scope);
  const health = resolveHealth(collected, vocabulary, index, report);
  const parts = { events, products, funnels, health, ...resolveContext(collected, scope) };
  return {
    plan: { ...header(collected, vocabulary), ...shared(definitions, events), ...parts },
    definitions,
  };
}

function header({ root, ownKeys }: Collected, vocabulary: Vocabulary) {
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
      words: words.sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : 0)),
      harmless: sorted(value.privacy?.harmless),
    },
    reserved: {
      events: sorted(value.reserved?.events),
      properties: sorted(value.reserved?.properties),
    },
    extensions: ownKeys,
  } as const;
}

/** The words in order, each once. */
function sorted(words: readonly string[] = []): readonly string[] {
  return [...new Set(words)].sort();
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
  const product = (event: Event): string => event.products[0] ?? "";
  return [...events].sort((a, b) => {
    if (a.name !== b.name) return a.name < b.name ? -1 : 1;
    return product(a) < product(b) ? -1 : 1;
  });
}
