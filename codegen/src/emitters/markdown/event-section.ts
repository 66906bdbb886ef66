import { perEvent } from "../../plan/per-event.js";
import type { Event } from "../../plan/resolved-plan.js";
import { markdownCode, markdownParagraphs, markdownText } from "../../print/markdown-text.js";
import { eventCall } from "./event-call.js";
import { arrivingEvent, exampleProperties } from "./event-example.js";
import { eventFacts } from "./event-facts.js";
import type { Page } from "./page.js";
import { addProperties } from "./property-table.js";
import type { Site } from "./site.js";
import { sentence, sentenceCase, titleOf } from "./wording.js";

/** All there is to know of an event: what it means, its properties, its call, how it arrives. */
export function addEvent(page: Page, event: Event, site: Site): void {
  page.heading(3, eventTitle(event, site), site.placeOf(event).anchor);
  page.add(
    remembered(event, site.plan, page.name, () => {
      const stretch = page.stretch();
      addBody(stretch, event, site);
      return stretch.toString();
    }),
  );
}

const remembered = perEvent<string>();

function addBody(page: Page, event: Event, site: Site): void {
  page.paragraph(signLine(event, page, site));
  addDeprecation(page, event, site);
  page.paragraph(...markdownParagraphs(event.description));
  page.list(eventFacts(event, page, site));
  addProperties(page, event.properties, site);
  addExamples(page, event, site);
}

/** The event's name as a heading; a product's own version of a shared event names the product. */
export function eventTitle(event: Event, site: Site): string {
  const title = sentenceCase(event.words) || event.name;
  const isOwn = site.find(event.name) !== event && event.shared;
  const products = event.products.map(
    (name) => site.plan.products.find((product) => product.name === name)?.title ?? name,
  );
  return isOwn ? `${title} (${products.join(", ")})` : title;
}

/** Name, kind, stage, runtimes, owner and state of life, on one line. */
function signLine(event: Event, page: Page, site: Site): string {
  const { deprecated, kind, stage, runtimes, owner, stability, since, tier } = event;
  const name = markdownCode(event.name);
  return [
    deprecated === null ? name : `~~${name}~~`,
    kind === null ? "" : kind.replace("_", "-"),
    stage === null ? "" : titleOf(stage),
    tier === null ? "" : `tier ${markdownText(tier)}`,
    `from ${runtimes.map((runtime) => markdownText(runtime)).join(", ")}`,
    owner === null ? "" : site.ownerLink(page, owner),
    since === null ? stability : `${stability} since ${markdownText(since)}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function addDeprecation(page: Page, { deprecated, products }: Event, site: Site): void {
  if (deprecated === null) return;
  const { reason, replacedBy, since, sunset } = deprecated;
  const [product = null] = products;
  const head = since === null ? "Deprecated." : `Deprecated since ${markdownText(since)}.`;
  const instead =
    replacedBy === null ? "" : ` Send ${site.eventLink(page, replacedBy, product)} instead.`;
  const end = sunset === null ? "" : ` It may be removed after ${sunset}.`;
  const text = `**${head}** ${sentence(markdownText(reason))}${instead}${end}`;
  page.block(["> [!WARNING]", `> ${text}`]);
}

function addExamples(page: Page, event: Event, site: Site): void {
  const examples = exampleProperties(event, site.types);
  if (site.options.calls) page.code("ts", eventCall(event, examples, site.types));
  if (!site.options.examples) return;
  const arriving = arrivingEvent(event, examples, site.plan, site.types);
  page.paragraph("<details><summary>As it arrives</summary>");
  page.code("json", JSON.stringify(arriving, null, 2));
  page.paragraph("</details>");
}
