import type { Funnel } from "../../plan/resolved-plan.js";
import { markdownText } from "../../print/markdown-text.js";
import { addFunnel } from "./funnel-section.js";
import { mainFunnel } from "./main-funnel.js";
import { anchorOf, type Page } from "./page.js";
import { pageTitles, type Site } from "./site.js";
import { sentence, titleOf } from "./wording.js";

/** The plan's funnels by name; one that is for every product has a variant for each. */
export function funnelsByName({ funnels }: Site["plan"]): ReadonlyMap<string, readonly Funnel[]> {
  const byName = new Map<string, readonly Funnel[]>();
  for (const funnel of funnels)
    byName.set(funnel.name, [...(byName.get(funnel.name) ?? []), funnel]);
  return byName;
}

/** All funnels, a line each. */
export function addFunnels(page: Page, site: Site): void {
  page.heading(1, pageTitles.funnels);
  page.list(
    [...funnelsByName(site.plan)].map(([name, [funnel]]) => {
      const link = page.link(markdownText(titleOf(name)), site.funnelPlace(name));
      return `${link}: ${sentence(markdownText(funnel?.description ?? ""))}`;
    }),
  );
}

/** One funnel; where products share it, as all have it, with each product's moment below. */
export function addFunnelPage(page: Page, variants: readonly Funnel[], site: Site): void {
  const [first] = variants;
  if (first === undefined) return;
  page.heading(1, titleOf(first.name));
  page.paragraph(page.link("All funnels", { page: site.pageName("funnels"), anchor: "" }));
  addFunnel(page, variants.length === 1 ? first : general(first, variants), site);
  addProducts(page, first.name, variants, site);
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
