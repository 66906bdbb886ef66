import type { ExtensionSpec } from "../language/sections/event.js";
import type { Collected, Definition } from "./collect.js";
import type { PlanScope } from "./definitions.js";
import { expectRuntimes, expectTeam, expectWord } from "./expect-word.js";
import { extensionsOf } from "./extensions.js";
import { resolveProperties } from "./resolve-properties.js";
import type { Event } from "./resolved-plan.js";
import { sortProperties } from "./sort-properties.js";

/** Splits off an event for each product that extends it; the others keep the shared one. */
export function extendEvents(
  events: readonly Event[],
  { extensions }: Collected,
  scope: PlanScope,
): readonly Event[] {
  const byName = new Map<string, readonly Event[]>();
  for (const event of events) byName.set(event.name, [...(byName.get(event.name) ?? []), event]);
  for (const extension of extensions) extendOne(byName, extension, scope);
  return [...byName.values()].flat().filter((event) => event.products.length > 0);
}

function extendOne(
  events: Map<string, readonly Event[]>,
  extension: Definition<ExtensionSpec>,
  scope: PlanScope,
): void {
  const { name, product, span } = extension;
  const { report, vocabulary } = scope;
  const holders = events.get(name);
  if (holders === undefined) {
    const where = { code: "ref-unknown", what: "event", where: "`events:`" } as const;
    expectWord(name, [...events.keys()], span, report, where);
    return;
  }
  const [only, ...others] = vocabulary.products;
  const holder = product ?? (others.length === 0 ? only?.name : undefined);
  const base = holders.find((event) => holder !== undefined && event.products.includes(holder));
  if (holder === undefined || base === undefined) {
    const whose = holder === undefined ? "a product that this file names" : `product "${holder}"`;
    report.add("product-unknown", span, `"${name}" is no event of ${whose}.`, {
      help: "An extension stands in a file with `product:`, and the event belongs to that product.",
    });
    return;
  }
  const kept = holders.map((event) =>
    event === base ? { ...base, products: base.products.filter((it) => it !== holder) } : event,
  );
  events.set(name, [...kept, extended(base, holder, extension, scope)]);
}

function extended(
  base: Event,
  product: string,
  { name, value, file: { located }, origin }: Definition<ExtensionSpec>,
  scope: PlanScope,
): Event {
  const { vocabulary, report } = scope;
  const lineage = [{ kind: "extension", name, origin }] as const;
  const writing = { owner: value.properties ?? value, located, lineage };
  expectTeam(value.owner, vocabulary, () => located.valueSpan(value, "owner"), report);
  expectRuntimes(value.runtimes, vocabulary, located, report);
  return {
    ...base,
    products: [product],
    trigger: value.trigger ?? base.trigger,
    answers: value.answers ?? base.answers,
    owner: value.owner ?? base.owner,
    runtimes: fewerRuntimes(base, value.runtimes, located, scope),
    properties: sortProperties(resolveProperties(value, writing, scope, base.properties)),
    lineage: [...base.lineage, { kind: "extension", name: product, origin }],
    extensions: { ...base.extensions, ...extensionsOf(value, located) },
  };
}

function fewerRuntimes(
  { name, runtimes }: Event,
  said: readonly string[] | undefined,
  located: Definition<unknown>["file"]["located"],
  { vocabulary, report }: PlanScope,
): readonly string[] {
  if (said === undefined) return runtimes;
  for (const [index, runtime] of said.entries()) {
    const isKnown = vocabulary.runtimes.some((it) => it.name === runtime);
    if (!isKnown || runtimes.includes(runtime)) continue;
    const span = located.keySpan(said, index);
    report.add("override-weakens-base", span, `"${name}" is not sent from ${runtime}.`, {
      help: `It is sent from ${runtimes.join(", ")}.`,
    });
  }
  return runtimes.filter((runtime) => said.includes(runtime));
}
