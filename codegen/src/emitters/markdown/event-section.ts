import type { Event } from "../../plan/resolved-plan.js";
import { markdownCode, markdownParagraphs, markdownText } from "../../print/markdown-text.js";
import { addCalls } from "./event-calls.js";
import { arrivingEvent, exampleProperties } from "./event-example.js";
import { eventFacts } from "./event-facts.js";
import { addHistory } from "./event-history.js";
import type { Page } from "./page.js";
import { addProperties } from "./property-table.js";
import type { Site } from "./site.js";
import { sentence, titleOf } from "./wording.js";

/** All there is to know of an event: what it means, its properties, its calls, how it arrives, its history. */
export function addEvent(page: Page, event: Event, site: Site, level: 2 | 3): void {
  page.paragraph(signLine(event, page, site));
  addDeprecation(page, event, site);
  page.paragraph(...markdownParagraphs(event.description));
  page.list(eventFacts(event, page, site));
  if (event.properties.length > 0) page.subheading(level, "Properties");
  addProperties(page, event.properties, site);
  const examples = exampleProperties(event, site.types);
  if (site.options.calls) addCalls(page, event, examples, site, level);
  if (site.options.examples) {
    page.subheading(level, "As it arrives");
    const arriving = arrivingEvent(event, examples, site.plan, site.types);
    page.code("json", JSON.stringify(arriving, null, 2));
  }
  addSites(page, event, site, level);
  addHistory(page, event, site, level);
}

/** Where it belongs, its kind, stage, runtimes, owner and state of life, on one line. */
function signLine(event: Event, page: Page, site: Site): string {
  const { kind, stage, runtimes, owner, stability, tier, shared, products } = event;
  return [
    shared && products.length > 1
      ? page.link("Shared", { page: site.pageName("shared"), anchor: "" })
      : products.map((product) => site.productLink(page, product)).join(", "),
    kind === null ? "" : kind.replace("_", "-"),
    stage === null ? "" : titleOf(stage),
    tier === null ? "" : `tier ${markdownText(tier)}`,
    `from ${runtimes.map((runtime) => markdownText(runtime)).join(", ")}`,
    owner === null ? "" : site.ownerLink(page, owner),
    stability,
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
    replacedBy === null ? "" : ` Send ${site.plainLink(page, replacedBy, product)} instead.`;
  const end = sunset === null ? "" : ` It may be removed after ${sunset}.`;
  const text = `**${head}** ${sentence(markdownText(reason))}${instead}${end}`;
  page.block(["> [!WARNING]", `> ${text}`]);
}

/** Where the code sends it, as the lint found it. */
function addSites(page: Page, event: Event, site: Site, level: 2 | 3): void {
  const sites = site.sitesOf(event);
  if (sites.length === 0) return;
  const { source } = site.options;
  page.subheading(level, "Called from");
  page.list(
    sites.map(({ file, line }) => {
      const place = markdownCode(`${file}:${line}`);
      if (source === null) return place;
      const path = file.split("/").map(encodeURIComponent).join("/");
      const address = source.replaceAll("{file}", path).replaceAll("{line}", String(line));
      return `[${place}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    }),
  );
}
