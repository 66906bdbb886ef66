import type { Event, Product } from "../../plan/resolved-plan.js";
import { markdownParagraphs, markdownText } from "../../print/markdown-text.js";
import { addChapter } from "./chapter.js";
import { addFunnel } from "./funnel-section.js";
import { mainFunnel } from "./main-funnel.js";
import { anchorOf, type Page } from "./page.js";
import type { Site } from "./site.js";
import { sentence, spanInWords, titleOf } from "./wording.js";

/** A product: what it is, its aha moment, its funnels, its features, its events by stage. */
export function addProduct(page: Page, product: Product, site: Site): void {
  const { name, title, owner } = product;
  page.heading(1, title);
  page.paragraph(...markdownParagraphs(product.description ?? ""));
  const home = page.link("All products", { page: site.pageName("index"), anchor: "" });
  page.paragraph(
    [owner === null ? "" : `Owned by ${site.ownerLink(page, owner)}`, home]
      .filter((part) => part !== "")
      .join(" · "),
  );
  const events = site.plan.events.filter((event) => event.products.includes(name));
  addActivation(page, product, site);
  addFunnels(page, product, site);
  addFeatures(page, product, events, site);
  addStages(page, events, site);
}

function addActivation(page: Page, { name, activation }: Product, site: Site): void {
  if (activation === null) return;
  page.heading(2, "Aha moment");
  const event = site.find(activation.event, name);
  const text = activation.description ?? event?.description ?? titleOf(activation.event);
  const from = site.eventLink(page, activation.from, name);
  page.block([
    `> **${sentence(markdownText(text))}**`,
    ">",
    `> ${site.eventLink(page, activation.event, name)}, within **${spanInWords(activation.within)}** of ${from}.`,
  ]);
}

/** The plan's main funnel as this product has it; the others as links. */
function addFunnels(page: Page, product: Product, site: Site): void {
  const main = mainFunnel(site.plan)?.name;
  const own = site.plan.funnels.filter((it) => it.product === product.name || it.product === null);
  const [first] = own.filter((funnel) => funnel.name === main);
  const others = own.filter((funnel) => funnel !== first);
  if (first !== undefined) {
    page.heading(2, `Funnel: ${titleOf(first.name)}`, anchorOf(first.name, "funnel"));
    addFunnel(page, first, site);
  }
  if (others.length > 0) page.heading(2, first === undefined ? "Funnels" : "Other funnels");
  page.list(
    others.map(({ name, description }) => {
      return `${page.link(markdownText(titleOf(name)), site.funnelPlace(name))}: ${sentence(markdownText(description))}`;
    }),
  );
}

/** Each feature, and below it the events that show its use: a line each, so that one more is one line. */
function addFeatures(
  page: Page,
  { features }: Product,
  events: readonly Event[],
  site: Site,
): void {
  if (features.length === 0) return;
  page.heading(2, "Features");
  page.block(
    features.flatMap(({ name, description }) => [
      `- **${markdownText(titleOf(name))}**${description === null ? "" : `: ${markdownText(description)}`}`,
      ...events
        .filter((event) => event.feature === name)
        .map((event) => `  - ${site.linkTo(page, event)}`),
    ]),
  );
}

function addStages(page: Page, events: readonly Event[], site: Site): void {
  const { stages } = site.plan;
  for (const { name, description } of stages) {
    const inStage = events.filter((event) => event.stage === name);
    addChapter(page, titleOf(name), description, inStage, site);
  }
  const known = new Set(stages.map(({ name }) => name));
  const others = events.filter(({ stage }) => stage === null || !known.has(stage));
  addChapter(page, stages.length === 0 ? "Events" : "Other events", null, others, site);
}
