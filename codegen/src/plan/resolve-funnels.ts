import type { FunnelSpec, StageSpec } from "../language/sections/funnel.js";
import { byName } from "./by-name.js";
import { checkFunnel } from "./check-funnel.js";
import type { Collected, Definition } from "./collect.js";
import type { PlanScope } from "./definitions.js";
import type { EventIndex } from "./event-index.js";
import { expectWord } from "./expect-word.js";
import { resolveConditions } from "./resolve-conditions.js";
import type { Funnel, FunnelStage, Product } from "./resolved-plan.js";
import { resolveTimeSpan } from "./time-span.js";

/** The funnels; one `for: every product` becomes one a product. */
export function resolveFunnels(
  collected: Collected,
  products: readonly Product[],
  events: EventIndex,
  scope: PlanScope,
): readonly Funnel[] {
  return byName(
    collected.funnels.flatMap((definition) => {
      checkFunnel(definition, collected, events, scope);
      return productsOf(definition, products, scope).map((product) =>
        toFunnel(definition, product, products, events, scope),
      );
    }),
  );
}

/** The products that a funnel is for; null stands for the whole plan. */
function productsOf(
  { value, file, product }: Definition<FunnelSpec>,
  products: readonly Product[],
  { report }: PlanScope,
): readonly (string | null)[] {
  const names = products.map((it) => it.name);
  const { for: said } = value;
  if (said === undefined) return product === null ? [null] : names.filter((it) => it === product);
  if (said === "every product") return names;
  const known = said.filter((name, index) =>
    expectWord(name, names, file.located.keySpan(said, index), report, {
      code: "product-unknown",
      what: "product",
      where: "`products:`",
    }),
  );
  return [...new Set(known)].sort();
}

function toFunnel(
  { name, value, file, origin }: Definition<FunnelSpec>,
  product: string | null,
  products: readonly Product[],
  events: EventIndex,
  { report }: PlanScope,
): Funnel {
  const { description, answers = null, owner = null, by, window } = value;
  const stages = Object.entries(value.stages).map(([stageName, stage]): FunnelStage => {
    const span = file.located.keySpan(value.stages, stageName);
    const said = eventsOf(stage, product, products);
    const reached = said.filter((event) => product === null || isOf(product, event, events));
    const isKnown = said.every((event) => events.has(event));
    const isSaid = stage.activation === true || said.length > 0;
    if (reached.length === 0 && isSaid && isKnown && stage.optional !== true) {
      const whose = product === null ? "this plan" : `product "${product}"`;
      report.add(
        "funnel-stage-unreachable",
        span,
        `Nothing of ${whose} reaches the stage "${stageName}".`,
        { help: howToReach(stage, product) },
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
      origin: report.origin(span),
    };
  });
  const times = { window: resolveTimeSpan(window) };
  return { name, description, answers, owner, by, ...times, product, stages, origin };
}

function isOf(product: string, event: string, events: EventIndex): boolean {
  return (events.get(event) ?? []).some((it) => it.products.includes(product));
}

function howToReach({ activation }: StageSpec, product: string | null): string {
  if (activation !== true)
    return "Name an event of this product, or leave the product out of `for:`.";
  return product === null
    ? "Give a product an `activation:`."
    : `Give ${product} an \`activation:\`.`;
}

function eventsOf(
  stage: StageSpec,
  product: string | null,
  products: readonly Product[],
): readonly string[] {
  if (stage.event !== undefined) return [stage.event];
  if (stage.any_of !== undefined) return [...new Set(stage.any_of)];
  if (stage.activation !== true) return [];
  const meant = products.filter((it) => product === null || it.name === product);
  return [...new Set(meant.flatMap((it) => (it.activation === null ? [] : [it.activation.event])))];
}
