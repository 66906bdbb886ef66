import { didYouMean } from "../language/nearest.js";
import type { FunnelSpec, StageSpec } from "../language/sections/funnel.js";
import type { ActivationSpec } from "../language/sections/product.js";
import type { Span } from "../language/span.js";
import type { Collected, Definition } from "./collect.js";
import type { Report } from "./report.js";
import { resolveConditions } from "./resolve-conditions.js";
import type { Event, Funnel, FunnelStage, Product } from "./resolved-plan.js";
import { resolveTimeSpan } from "./time-span.js";
import { byName, expectTeam, expectWord, type Vocabulary } from "./vocabulary.js";

/** Which products hold an event of a name. */
export type EventIndex = ReadonlyMap<string, readonly Event[]>;

/** Events by name. */
export function indexEvents(events: readonly Event[]): EventIndex {
  const index = new Map<string, Event[]>();
  for (const event of events) {
    const sameName = index.get(event.name);
    if (sameName === undefined) index.set(event.name, [event]);
    else sameName.push(event);
  }
  return index;
}

/** The products with their activations. */
export function resolveActivations(
  collected: Collected,
  vocabulary: Vocabulary,
  events: EventIndex,
  report: Report,
): readonly Product[] {
  const found = new Map<string, Definition<ActivationSpec>>();
  for (const definition of collected.activations) {
    const product =
      definition.product ??
      (vocabulary.products.length === 1 ? vocabulary.products[0]?.name : undefined);
    if (product === undefined) {
      report.add(
        "product-unknown",
        definition.span,
        "An activation belongs to a product, and this file names none.",
        { help: "Add `product: <name>` to the file." },
      );
    } else found.set(product, definition);
  }
  return vocabulary.products.map((product) => {
    const definition = found.get(product.name);
    if (definition === undefined) return product;
    const { value, file, origin } = definition;
    for (const key of ["event", "from"] as const) {
      expectEvent(value[key], file.located.valueSpan(value, key), product.name, events, report);
    }
    const { event, from, within, description = null } = value;
    return {
      ...product,
      activation: { event, from, within: resolveTimeSpan(within), description, origin },
    };
  });
}

/** The funnels; one `for: every product` becomes one a product. */
export function resolveFunnels(
  collected: Collected,
  vocabulary: Vocabulary,
  products: readonly Product[],
  events: EventIndex,
  report: Report,
): readonly Funnel[] {
  return byName(
    collected.funnels.flatMap((definition) => {
      const { value, file } = definition;
      checkFunnel(definition, vocabulary, events, report);
      const said = value.for ?? (definition.product === null ? undefined : [definition.product]);
      if (said === undefined) return [toFunnel(definition, null, products, events, report)];
      const names = products.map((product) => product.name);
      const wanted =
        said === "every product"
          ? names
          : said.filter((name, index) =>
              expectWord(name, names, file.located.keySpan(said, index), report, {
                code: "product-unknown",
                what: "product",
                where: "`products:`",
              }),
            );
      return wanted.map((name) => toFunnel(definition, name, products, events, report));
    }),
  );
}

function checkFunnel(
  { value, file, span }: Definition<FunnelSpec>,
  vocabulary: Vocabulary,
  events: EventIndex,
  report: Report,
): void {
  const { located } = file;
  if (value.owner !== undefined)
    expectTeam(value.owner, vocabulary, located.valueSpan(value, "owner"), report);
  const stages = Object.entries(value.stages);
  if (stages.length < 2)
    report.add("funnel-too-short", span, "A funnel has at least two stages.", {
      help: "Add the stage that people should reach.",
    });
  for (const [name, stage] of stages) checkStage(name, stage, value, located, events, report);
}

function checkStage(
  name: string,
  stage: StageSpec,
  funnel: FunnelSpec,
  located: Definition<FunnelSpec>["file"]["located"],
  events: EventIndex,
  report: Report,
): void {
  const ways = [stage.event, stage.any_of, stage.activation].filter((it) => it !== undefined);
  if (ways.length !== 1) {
    report.add(
      "funnel-stage-unclear",
      located.keySpan(funnel.stages, name),
      `The stage "${name}" says ${ways.length === 0 ? "no" : "more than one"} way to reach it.`,
      {
        help: "A stage has one of `event`, `any_of` or `activation: true`.",
      },
    );
  }
  if (stage.event !== undefined)
    expectEvent(stage.event, located.valueSpan(stage, "event"), null, events, report);
  for (const [index, event] of (stage.any_of ?? []).entries()) {
    expectEvent(event, located.keySpan(stage.any_of ?? stage, index), null, events, report);
  }
  const reached = [...(stage.any_of ?? []), ...(stage.event === undefined ? [] : [stage.event])];
  for (const property of Object.keys(stage.where ?? {})) {
    const known = reached
      .flatMap((event) => events.get(event) ?? [])
      .flatMap((event) => event.properties.map((it) => it.name));
    if (reached.length > 0 && !known.includes(property)) {
      report.add(
        "funnel-step-unknown-property",
        located.keySpan(stage.where ?? stage, property),
        `No event of this stage has a property "${property}".`,
        {
          help: didYouMean(property, known),
        },
      );
    }
  }
}

function expectEvent(
  name: string,
  span: Span,
  product: string | null,
  events: EventIndex,
  report: Report,
): void {
  const holders = events.get(name);
  if (holders === undefined) {
    report.add("funnel-step-unknown-event", span, `"${name}" is no event of this plan.`, {
      help: didYouMean(name, events.keys()),
    });
  } else if (product !== null && !holders.some((event) => event.products.includes(product))) {
    const others = [...new Set(holders.flatMap((event) => event.products))].join(", ");
    report.add("funnel-step-unknown-event", span, `Product "${product}" has no event "${name}".`, {
      help: `It belongs to ${others}.`,
    });
  }
}

function toFunnel(
  { name, value, file, origin }: Definition<FunnelSpec>,
  product: string | null,
  products: readonly Product[],
  events: EventIndex,
  report: Report,
): Funnel {
  const stages = Object.entries(value.stages).map(([stageName, stage]): FunnelStage => {
    const stageSpan = file.located.keySpan(value.stages, stageName);
    const reached = eventsOf(stage, product, products).filter(
      (event) =>
        product === null || (events.get(event) ?? []).some((it) => it.products.includes(product)),
    );
    if (
      reached.length === 0 &&
      product !== null &&
      (stage.activation === true || everyKnown(stage, events))
    ) {
      report.add(
        "funnel-stage-unreachable",
        stageSpan,
        `Nothing of product "${product}" reaches the stage "${stageName}".`,
        {
          help:
            stage.activation === true
              ? `Give ${product} an \`activation:\`.`
              : "Name an event of this product, or leave the product out of `for:`.",
        },
      );
    }
    return {
      name: stageName,
      description: stage.description ?? null,
      events: reached,
      activation: stage.activation ?? false,
      where: resolveConditions(stage.where ?? {}),
      atLeast: stage.at_least ?? 1,
      optional: stage.optional ?? false,
      origin: report.origin(stageSpan),
    };
  });
  const { description, answers = null, owner = null, by, window } = value;
  return {
    name,
    description,
    answers,
    owner,
    by,
    window: resolveTimeSpan(window),
    product,
    stages,
    origin,
  };
}

function eventsOf(
  stage: StageSpec,
  product: string | null,
  products: readonly Product[],
): readonly string[] {
  if (stage.event !== undefined) return [stage.event];
  if (stage.any_of !== undefined) return stage.any_of;
  const meant = products.filter((it) => product === null || it.name === product);
  return [...new Set(meant.flatMap((it) => (it.activation === null ? [] : [it.activation.event])))];
}

function everyKnown(stage: StageSpec, events: EventIndex): boolean {
  return [...(stage.any_of ?? []), stage.event].every(
    (event) => event === undefined || events.has(event),
  );
}
