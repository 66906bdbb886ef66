import type { EmittedFile, Emitter } from "../../emitter.js";
import { perEvent } from "../../plan/per-event.js";
import type { Event } from "../../plan/resolved-plan.js";
import { addChangelog, hasHistory } from "./changelog-page.js";
import { addContext, hasContext } from "./context-page.js";
import { addDeprecated, hasDeprecated } from "./deprecated-page.js";
import { addEventPage } from "./event-page.js";
import { addEvents } from "./events-page.js";
import { addFunnelPage, addFunnels, funnelsByName } from "./funnels-page.js";
import { addHealth } from "./health-page.js";
import { addIndex } from "./index-page.js";
import { type MarkdownOptions, markdownOptions } from "./options.js";
import { addOwners, ownersOf } from "./owners-page.js";
import { anchorOf, type Page } from "./page.js";
import { addPrivacy, privacyAnchors } from "./privacy-page.js";
import { addProduct } from "./product-page.js";
import { addSharedProperties, propertyAnchors } from "./properties-page.js";
import { addProperty } from "./property-page.js";
import { addShared, sharedEvents } from "./shared-page.js";
import { pageTitles, Site } from "./site.js";

/** The taxonomy for people: a page for each product and event, and for what products have in common. */
export const markdownEmitter: Emitter<MarkdownOptions> = {
  name: "markdown",
  description: "The taxonomy as Markdown: products, events, properties, privacy, funnels, owners.",
  options: markdownOptions,
  emit(plan, options) {
    const site = new Site(plan, options);
    const fixed = fixedPages(site);
    const index = site.page(site.pageName("index"));
    const titles = fixed.map(([name, page]) => [page.name, pageTitles[name]] as const);
    addIndex(index, titles, site);
    return [
      index,
      ...productPages(site),
      ...fixed.map(([, page]) => page),
      ...funnelPages(site),
      ...propertyPages(site),
    ]
      .map(toFile)
      .concat(eventFiles(site));
  },
};

function productPages(site: Site): readonly Page[] {
  return site.plan.products.map((product) => {
    const anchors = site.plan.funnels
      .filter((funnel) => funnel.product === product.name || funnel.product === null)
      .map(({ name }) => anchorOf(name, "funnel"));
    const page = site.page(product.name, anchors);
    addProduct(page, product, site);
    return page;
  });
}

/** An event that has its page to itself and is as it was has the same file as before. */
function eventFiles(site: Site): readonly EmittedFile[] {
  const { calls, examples, sites, base } = site.options;
  const isPlain = sites.length === 0 && base === null;
  return [...site.eventPages.values()].flatMap((events) => {
    const [event] = events;
    if (event === undefined) return [];
    const make = () => eventFile(event, events, site);
    return isPlain && events.length === 1
      ? remembered(event, site.plan, `${calls} ${examples}`, make)
      : make();
  });
}

const remembered = perEvent<EmittedFile>();

function eventFile(first: Event, events: readonly Event[], site: Site): EmittedFile {
  const anchors = events.map((event) => site.placeOf(event).anchor);
  const page = site.page(site.placeOf(first).page, anchors);
  addEventPage(page, events, site);
  return toFile(page);
}

function propertyPages(site: Site): readonly Page[] {
  return site.plan.properties.flatMap((property) => {
    const place = site.propertyPlace(property.name);
    if (place === null) return [];
    const page = site.page(place.page);
    addProperty(page, property, site);
    return [page];
  });
}

function funnelPages(site: Site): readonly Page[] {
  return [...funnelsByName(site.plan)].map(([name, variants]) => {
    const page = site.page(site.funnelPlace(name).page);
    addFunnelPage(page, variants, site);
    return page;
  });
}

/** The pages that say one thing of the whole plan; those with nothing to say are left out. */
function fixedPages(site: Site): readonly (readonly [keyof typeof pageTitles, Page])[] {
  const { plan } = site;
  const owners = ownersOf(plan);
  const all = [
    ["events", addEvents, [], true],
    ["shared", addShared, [], sharedEvents(site).length > 0],
    ["context", addContext, [], hasContext(plan)],
    [
      "properties",
      addSharedProperties,
      propertyAnchors(plan),
      plan.properties.length + plan.types.length > 0,
    ],
    ["funnels", addFunnels, [], plan.funnels.length > 0],
    ["health", addHealth, [], plan.health.length > 0],
    ["privacy", addPrivacy, privacyAnchors(plan), true],
    ["owners", addOwners, owners.map((owner) => anchorOf(owner)), owners.length > 0],
    ["deprecated", addDeprecated, [], hasDeprecated(plan)],
    ["changelog", addChangelog, [], hasHistory(site)],
  ] as const;
  return all
    .filter(([, , , isWorthIt]) => isWorthIt)
    .map(([name, add, anchors]) => {
      const page = site.page(site.pageName(name), anchors);
      add(page, site);
      return [name, page] as const;
    });
}

function toFile(page: Page): EmittedFile {
  return { path: `${page.name}.md`, text: page.toString() };
}
