import type { LoadedPlan } from "../language/load-plan.js";
import type { EventSpec, ExtensionSpec } from "../language/sections/event.js";
import type { Collected, Definition } from "./collect.js";
import { type Definitions, inOrder } from "./definitions.js";
import { type Expansion, expandTemplates } from "./expand-templates.js";
import { extensionsOf } from "./extensions.js";
import type { Report } from "./report.js";
import { resolveDeprecation } from "./resolve-deprecation.js";
import type { Event } from "./resolved-plan.js";
import { resolveTimeSpan } from "./time-span.js";
import { expectTeam, expectWord, type Vocabulary } from "./vocabulary.js";
import { wordsOf } from "./words-of.js";

/** Every event of the plan: templates written out, groups taken in, products' extensions applied. */
export function resolveEvents(
  plan: LoadedPlan,
  collected: Collected,
  vocabulary: Vocabulary,
  definitions: Definitions,
  report: Report,
): readonly Event[] {
  const resolving = { defaults: plan.root.value.defaults ?? {}, vocabulary, definitions, report };
  const events = collected.events.flatMap((definition) => resolveDefinition(definition, resolving));
  return extendEvents(events, collected.extensions, resolving);
}

interface Resolving {
  readonly defaults: NonNullable<LoadedPlan["root"]["value"]["defaults"]>;
  readonly vocabulary: Vocabulary;
  readonly definitions: Definitions;
  readonly report: Report;
}

function resolveDefinition(
  definition: Definition<EventSpec>,
  resolving: Resolving,
): readonly Event[] {
  const { vocabulary, report, definitions } = resolving;
  const { value, file } = definition;
  const products = productsOf(definition, vocabulary, report);
  checkWords(definition, products, resolving);
  const properties = inOrder(
    definitions.resolve(
      value.properties,
      value.include,
      { owner: value.properties ?? value, located: file.located, lineage: [] },
      value,
    ),
  );
  return expandTemplates(definition, products, vocabulary, report).map((expansion) =>
    toEvent(expansion, properties, resolving),
  );
}

function toEvent(
  { name, definition, spec, products, lineage }: Expansion,
  properties: Event["properties"],
  { defaults, vocabulary }: Resolving,
): Event {
  const [onlyProduct] = products.length === 1 ? products : [];
  const productOwner = vocabulary.products.find((product) => product.name === onlyProduct)?.owner;
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
    runtimes: [
      ...(spec.runtimes ?? defaults.runtimes ?? vocabulary.runtimes.map((it) => it.name)),
    ].sort(),
    owner:
      spec.owner ??
      (definition.product === null ? defaults.owner : productOwner) ??
      defaults.owner ??
      null,
    stability: spec.stability ?? defaults.stability ?? "stable",
    since: spec.since ?? null,
    tier: spec.tier ?? null,
    tags: spec.tags ?? [],
    emittedFrom: spec.emitted_from ?? null,
    deprecated: resolveDeprecation(spec.deprecated),
    expires: spec.expires === "never" ? null : (spec.expires ?? null),
    namingException: spec.naming_exception ?? null,
    personless: spec.personless ?? false,
    sample:
      spec.sample === undefined ? null : { rate: spec.sample.rate, by: spec.sample.by ?? "event" },
    limit:
      spec.limit === undefined
        ? null
        : {
            max: spec.limit.max,
            per: resolveTimeSpan(spec.limit.per),
            by: spec.limit.by ?? "event",
          },
    auto:
      spec.auto === undefined
        ? null
        : {
            slack: spec.auto.slack,
            fill: Object.entries(spec.auto.fill).map(([property, from]) => ({ property, from })),
          },
    properties,
    origin: definition.origin,
    lineage,
    extensions: extensionsOf(spec),
  };
}

/** The products an event belongs to: what it says, its file's product, or all. */
function productsOf(
  { value, file, product, span }: Definition<EventSpec>,
  { products }: Vocabulary,
  report: Report,
): readonly string[] {
  const names = products.map((it) => it.name);
  const where = { code: "product-unknown", what: "product", where: "`products:`" } as const;
  if (product !== null) {
    return expectWord(product, names, file.located.valueSpan(file.value, "product"), report, where)
      ? [product]
      : [];
  }
  const { products: said } = value;
  if (said === undefined) return names;
  if (said.length === 0) report.add("product-unknown", span, "The event belongs to no product.");
  return said
    .filter((name, index) =>
      expectWord(name, names, file.located.keySpan(said, index), report, where),
    )
    .sort();
}

/** Findings for words of the event that the plan does not know. */
function checkWords(
  { value, file, product }: Definition<EventSpec>,
  products: readonly string[],
  { vocabulary, report }: Resolving,
): void {
  const { located } = file;
  const features = vocabulary.products
    .filter((it) => products.includes(it.name) || product === null)
    .flatMap((it) => it.features.map((feature) => feature.name));
  const words = [
    ["stage", vocabulary.stages.map((it) => it.name), "`stages:`"],
    ["tier", vocabulary.tiers.map((it) => it.name), "`tiers:`"],
    ["integration", vocabulary.integrations.map((it) => it.name), "`integrations:`"],
    ["feature", features, "the product's `features:`"],
  ] as const;
  for (const [key, known, where] of words) {
    const word = value[key];
    if (word !== undefined)
      expectWord(word, known, located.valueSpan(value, key), report, {
        code: "ref-unknown",
        what: key,
        where,
      });
  }
  if (value.owner !== undefined)
    expectTeam(value.owner, vocabulary, located.valueSpan(value, "owner"), report);
  const runtimes = vocabulary.runtimes.map((it) => it.name);
  for (const [index, runtime] of (value.runtimes ?? []).entries()) {
    const span = located.keySpan(value.runtimes ?? value, index);
    expectWord(runtime, runtimes, span, report, {
      code: "runtime-unknown",
      what: "runtime",
      where: "`runtimes:`",
    });
  }
}

/** Splits off an event for each product that extends it; the others keep the shared one. */
function extendEvents(
  events: readonly Event[],
  extensions: readonly Definition<ExtensionSpec>[],
  resolving: Resolving,
): readonly Event[] {
  const byName = new Map<string, Event[]>();
  for (const event of events) {
    const sameName = byName.get(event.name);
    if (sameName === undefined) byName.set(event.name, [event]);
    else sameName.push(event);
  }
  for (const extension of extensions) extendOne(byName, extension, resolving);
  return [...byName.values()].flat().filter((event) => event.products.length > 0);
}

function extendOne(
  events: Map<string, Event[]>,
  extension: Definition<ExtensionSpec>,
  resolving: Resolving,
): void {
  const { name, product, span } = extension;
  const { report, vocabulary } = resolving;
  const holders = events.get(name) ?? [];
  const where = { code: "ref-unknown", what: "event", where: "`events:`" } as const;
  if (holders.length === 0) {
    expectWord(name, events.keys(), span, report, where);
    return;
  }
  const holder =
    product ?? (vocabulary.products.length === 1 ? (vocabulary.products[0]?.name ?? null) : null);
  const base = holders.find((event) => holder !== null && event.products.includes(holder));
  if (holder === null || base === undefined) {
    report.add(
      "product-unknown",
      span,
      `"${name}" is no event of ${holder === null ? "a product that this file names" : `product "${holder}"`}.`,
      {
        help: "An extension stands in a file with `product:`, and the event belongs to that product.",
      },
    );
    return;
  }
  const others = holders.map((event) =>
    event === base ? { ...base, products: base.products.filter((it) => it !== holder) } : event,
  );
  events.set(name, [...others, extended(base, holder, extension, resolving)]);
}

function extended(
  base: Event,
  product: string,
  { name, value, file, span, origin }: Definition<ExtensionSpec>,
  resolving: Resolving,
): Event {
  const { definitions, report } = resolving;
  const writing = {
    owner: value.properties ?? value,
    located: file.located,
    lineage: [{ kind: "extension", name, origin }] as const,
  };
  const runtimes = value.runtimes ?? base.runtimes;
  const added = runtimes.filter((runtime) => !base.runtimes.includes(runtime));
  if (added.length > 0) {
    report.add("override-weakens-base", span, `"${name}" is not sent from ${added.join(", ")}.`, {
      help: `It is sent from ${base.runtimes.join(", ")}.`,
    });
  }
  return {
    ...base,
    products: [product],
    trigger: value.trigger ?? base.trigger,
    answers: value.answers ?? base.answers,
    owner: value.owner ?? base.owner,
    runtimes: runtimes.filter((runtime) => base.runtimes.includes(runtime)).sort(),
    properties: inOrder(
      definitions.extend(base.properties, value.properties, value.include, writing, value),
    ),
    lineage: [...base.lineage, { kind: "extension", name: product, origin }],
    extensions: { ...base.extensions, ...extensionsOf(value) },
  };
}
