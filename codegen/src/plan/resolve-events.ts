import type { EventSpec } from "../language/sections/event.js";
import type { Collected, Definition } from "./collect.js";
import type { PlanScope } from "./definitions.js";
import { eventMemory } from "./event-memory.js";
import { expectEventWords, productsOf } from "./event-words.js";
import { type Expansion, expandTemplates } from "./expand-templates.js";
import { extensionsOf } from "./extensions.js";
import { mostEventProperties, mostEvents } from "./limits.js";
import { resolveDeprecation } from "./resolve-deprecation.js";
import { resolveProperties } from "./resolve-properties.js";
import type { Event } from "./resolved-plan.js";
import { sortProperties } from "./sort-properties.js";
import { resolveTimeSpan } from "./time-span.js";
import { wordsOf } from "./words-of.js";

/** Every event that the plan itself writes: templates written out, groups taken in. */
export function resolveEvents(collected: Collected, scope: PlanScope): readonly Event[] {
  const { report } = scope;
  const remembered = eventMemory(collected, scope);
  const events: Event[] = [];
  let properties = 0;
  for (const definition of collected.events) {
    const resolve = () => resolveDefinition(definition, collected, scope);
    for (const event of remembered(definition, resolve)) {
      properties += event.properties.length;
      events.push(event);
    }
    if (events.length <= mostEvents && properties <= mostEventProperties) continue;
    report.add(
      "plan-too-large",
      definition.span,
      "Here the plan grows beyond what a plan can be.",
      {
        help: `It may have ${mostEvents} events, and ${mostEventProperties} properties in all of them.`,
      },
    );
    break;
  }
  return eachOnce(events, scope);
}

function resolveDefinition(
  definition: Definition<EventSpec>,
  { root }: Collected,
  scope: PlanScope,
): readonly Event[] {
  const { vocabulary, report } = scope;
  const { value, file } = definition;
  const products = productsOf(definition, vocabulary, report);
  expectEventWords(definition, products, scope);
  const owner = value.properties ?? value;
  const writing = { owner, located: file.located, lineage: [] };
  const properties = sortProperties(resolveProperties(value, writing, scope));
  const { defaults = {} } = root.value;
  return expandTemplates(definition, products, vocabulary, report).map((expansion) =>
    toEvent(expansion, properties, defaults, scope),
  );
}

function toEvent(
  { name, definition, spec, products, lineage }: Expansion,
  properties: Event["properties"],
  defaults: NonNullable<Collected["root"]["value"]["defaults"]>,
  { vocabulary }: PlanScope,
): Event {
  return {
    name,
    path: name.split("."),
    words: wordsOf(name),
    description: spec.description,
    trigger: spec.trigger ?? null,
    answers: spec.answers ?? null,
    kind: spec.kind ?? null,
    stage: spec.stage ?? null,
    feature: spec.feature ?? null,
    integration: spec.integration ?? null,
    sentiment: spec.sentiment ?? null,
    actor: spec.actor ?? defaults.actor ?? null,
    products,
    shared: definition.product === null,
    runtimes: runtimesOf(spec.runtimes ?? defaults.runtimes, vocabulary.runtimes),
    owner: spec.owner ?? productOwner(definition, vocabulary.products) ?? defaults.owner ?? null,
    stability: spec.stability ?? defaults.stability ?? "stable",
    since: spec.since ?? null,
    tier: spec.tier ?? null,
    tags: spec.tags ?? [],
    emittedFrom: spec.emitted_from ?? null,
    deprecated: resolveDeprecation(spec.deprecated),
    expires: spec.expires === "never" ? null : (spec.expires ?? null),
    namingException: spec.naming_exception ?? null,
    personless: spec.personless ?? false,
    sample: toSample(spec.sample),
    limit: toLimit(spec.limit),
    auto: toAuto(spec.auto),
    properties,
    origin: definition.origin,
    lineage,
    extensions: extensionsOf(definition.value, definition.file.located),
  };
}

/** The owner of the product in whose file an event stands; a shared event's product does not answer for it. */
function productOwner(
  { product }: Definition<EventSpec>,
  products: PlanScope["vocabulary"]["products"],
): string | null {
  return product === null ? null : (products.find((it) => it.name === product)?.owner ?? null);
}

function runtimesOf(
  said: readonly string[] | undefined,
  all: PlanScope["vocabulary"]["runtimes"],
): readonly string[] {
  return said === undefined ? all.map((it) => it.name) : [...new Set(said)].sort();
}

function toSample(sample: EventSpec["sample"]): Event["sample"] {
  return sample === undefined ? null : { rate: sample.rate, by: sample.by ?? "event" };
}

function toLimit(limit: EventSpec["limit"]): Event["limit"] {
  if (limit === undefined) return null;
  return { max: limit.max, per: resolveTimeSpan(limit.per), by: limit.by ?? "event" };
}

function toAuto(auto: EventSpec["auto"]): Event["auto"] {
  if (auto === undefined) return null;
  const fill = Object.entries(auto.fill).map(([property, from]) => ({ property, from }));
  return { slack: auto.slack, fill };
}

/** A product has an event of a name once: templates and shared events may bring it a second time. */
function eachOnce(events: readonly Event[], { report }: PlanScope): readonly Event[] {
  const kept = new Map<string, Event[]>();
  for (const event of events) {
    const sameName = kept.get(event.name);
    if (sameName === undefined) {
      kept.set(event.name, [event]);
      continue;
    }
    const isTaken = (product: string): boolean =>
      sameName.some(({ products }) => products.includes(product));
    const products = event.products.filter((product) => !isTaken(product));
    const [first] = sameName.filter((it) =>
      it.products.some((product) => event.products.includes(product)),
    );
    if (products.length > 0) sameName.push({ ...event, products });
    if (first === undefined) continue;
    report.add("duplicate-definition", event.origin, `"${event.name}" is defined twice.`, {
      help: "Keep one of the two. A product adds to a shared event under `extend:`.",
      related: [report.related("first defined here", first.origin)],
    });
  }
  return [...kept.values()].flat();
}
