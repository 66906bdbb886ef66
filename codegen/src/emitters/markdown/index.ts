import type { EmittedFile, Emitter } from "../../emitter.js";
import { addContext, hasContext } from "./context-page.js";
import { addDeprecated, hasDeprecated } from "./deprecated-page.js";
import { addFunnels, funnelAnchors } from "./funnels-page.js";
import { addHealth } from "./health-page.js";
import { addIndex } from "./index-page.js";
import { type MarkdownOptions, markdownOptions } from "./options.js";
import { addOwners, ownersOf } from "./owners-page.js";
import { anchorOf, type Page } from "./page.js";
import { addPrivacy, privacyAnchors } from "./privacy-page.js";
import { addProduct } from "./product-page.js";
import { addSharedProperties, propertyAnchors } from "./properties-page.js";
import { addShared } from "./shared-page.js";
import { pageTitles, Site } from "./site.js";

/** The taxonomy for people: a page for each product, and for what products have in common. */
export const markdownEmitter: Emitter<MarkdownOptions> = {
  name: "markdown",
  description: "The taxonomy as Markdown: products, events, properties, privacy, funnels, owners.",
  options: markdownOptions,
  emit(plan, options) {
    const site = new Site(plan, options);
    const pages = [...eventPages(site), ...fixedPages(site)];
    const index = site.page(site.pageName("index"));
    addIndex(
      index,
      pages
        .filter(({ title }) => title !== null)
        .map(({ page, title }) => [page.name, title ?? ""]),
      site,
    );
    return [index, ...pages.map(({ page }) => page)].map(toFile);
  },
};

interface Titled {
  readonly page: Page;
  /** What the index calls it; null where it stands in the table of products already. */
  readonly title: string | null;
}

/** A page for each product, and one for events that products share. */
function eventPages(site: Site): readonly Titled[] {
  const { plan } = site;
  const products = plan.products.map((product): Titled => {
    const page = site.page(product.name, productAnchors(site, product.name));
    addProduct(page, product, site);
    return { page, title: null };
  });
  const shared = plan.events.filter((event) => site.placeOf(event).page === "shared");
  if (shared.length === 0) return products;
  const page = products.find((it) => it.page.name === "shared")?.page ?? site.page("shared");
  addShared(page, shared, site);
  return products.some((it) => it.page === page)
    ? products
    : [...products, { page, title: "Shared events" }];
}

function productAnchors({ plan }: Site, product: string): readonly string[] {
  return plan.funnels
    .filter((funnel) => funnel.product === product || funnel.product === null)
    .map(({ name }) => anchorOf(name, "funnel"));
}

/** The pages that say one thing of the whole plan; those with nothing to say are left out. */
function fixedPages(site: Site): readonly Titled[] {
  const { plan } = site;
  const all = [
    ["context", addContext, [], hasContext(plan)],
    [
      "properties",
      addSharedProperties,
      propertyAnchors(plan),
      plan.properties.length + plan.types.length > 0,
    ],
    ["funnels", addFunnels, funnelAnchors(plan), plan.funnels.length > 0],
    ["health", addHealth, [], plan.health.length > 0],
    ["privacy", addPrivacy, privacyAnchors(plan), true],
    [
      "owners",
      addOwners,
      ownersOf(plan).map((owner) => anchorOf(owner)),
      ownersOf(plan).length > 0,
    ],
    ["deprecated", addDeprecated, [], hasDeprecated(plan)],
  ] as const;
  return all
    .filter(([, , , isWorthIt]) => isWorthIt)
    .map(([name, add, anchors]) => {
      const page = site.page(site.pageName(name), anchors);
      add(page, site);
      return { page, title: pageTitles[name] };
    });
}

function toFile(page: Page): EmittedFile {
  return { path: `${page.name}.md`, text: page.toString() };
}
