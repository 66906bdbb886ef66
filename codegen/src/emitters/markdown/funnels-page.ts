import type { Funnel } from "../../plan/resolved-plan.js";
import { markdownText } from "../../print/markdown-text.js";
import { addFunnel } from "./funnel-section.js";
import { mainFunnel } from "./main-funnel.js";
import { anchorOf, type Page } from "./page.js";
import { pageTitles, type Site } from "./site.js";
import { titleOf } from "./wording.js";

/** The anchors on this page that others point to. */
export function funnelAnchors({ funnels }: Site["plan"]): readonly string[] {
  return funnels.map(({ name }) => anchorOf(name));
}

/** Every funnel once; one that products share is shown for the whole plan, with each product's moment. */
export function addFunnels(page: Page, site: Site): void {
  page.heading(1, pageTitles.funnels);
  const byName = new Map<string, readonly Funnel[]>();
  for (const funnel of site.plan.funnels)
    byName.set(funnel.name, [...(byName.get(funnel.name) ?? []), funnel]);
  for (const [name, variants] of byName) {
    const [first] = variants;
    if (first === undefined) continue;
    page.heading(2, titleOf(name), anchorOf(name));
    addFunnel(page, variants.length === 1 ? first : general(first, variants), site);
    addProducts(page, name, variants, site);
  }
}

/** The funnel for all its products: a stage names only the events that all of them have. */
function general(first: Funnel, variants: readonly Funnel[]): Funnel {
  const common = (index: number, event: string) =>
    variants.every(({ stages }) => stages[index]?.events.includes(event));
  const stages = first.stages.map((stage, index) => ({
    ...stage,
    events: stage.events.filter((event) => common(index, event)),
  }));
  return { ...first, product: null, stages };
}

function addProducts(page: Page, name: string, variants: readonly Funnel[], site: Site): void {
  const main = mainFunnel(site.plan)?.name;
  page.list(
    variants.flatMap(({ product, stages }) => {
      if (product === null) return [];
      const moments = stages.filter((stage) => stage.activation).flatMap((stage) => stage.events);
      const title = site.plan.products.find((it) => it.name === product)?.title ?? product;
      const anchor = name === main ? anchorOf(name, "funnel") : "";
      const link = page.link(markdownText(title), { page: product, anchor });
      const links = moments.map((event) => site.eventLink(page, event, product)).join(", ");
      return [moments.length === 0 ? link : `${link}: ${links}`];
    }),
  );
}
