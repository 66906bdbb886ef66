import type { Product } from "../../plan/resolved-plan.js";
import { markdownCode, markdownParagraphs, markdownText } from "../../print/markdown-text.js";
import { funnelChart } from "./funnel-chart.js";
import { mainFunnel } from "./main-funnel.js";
import type { Page } from "./page.js";
import type { Site } from "./site.js";
import { sentence, spanInWords, titleOf } from "./wording.js";

/** The way into the taxonomy: the products, the funnel they share, how to read a page. */
export function addIndex(
  page: Page,
  pages: readonly (readonly [string, string])[],
  site: Site,
): void {
  const { title, version, description, products, stages } = site.plan;
  page.heading(1, title);
  page.paragraph(...markdownParagraphs(description ?? ""), `Version ${markdownText(version)}`);
  page.heading(2, "Products");
  page.table(
    ["Product", "What it is", "Aha moment", "Target", "Owner"],
    products.map((product) => productRow(page, product, site)),
  );
  addFunnels(page, site);
  if (stages.some(({ description }) => description !== null)) {
    page.heading(2, "Stages");
    page.table(
      ["Stage", "What it means"],
      stages.map((stage) => [titleOf(stage.name), markdownText(stage.description ?? "")]),
    );
  }
  page.heading(2, "Pages");
  page.list(pages.map(([name, text]) => page.link(text, { page: name, anchor: "" })));
  addReading(page, site);
}

function productRow(
  page: Page,
  { name, description, activation, owner }: Product,
  site: Site,
): readonly string[] {
  const moment = activation === null ? "" : site.eventLink(page, activation.event, name);
  const text =
    activation?.description == null ? "" : `${sentence(markdownText(activation.description))} `;
  const target =
    activation === null
      ? ""
      : `${spanInWords(activation.within)} from ${site.eventLink(page, activation.from, name)}`;
  return [
    site.productLink(page, name),
    markdownText(description ?? ""),
    `${text}${moment}`,
    target,
    owner === null ? "" : site.ownerLink(page, owner),
  ];
}

function addFunnels(page: Page, site: Site): void {
  const main = mainFunnel(site.plan);
  if (main === null) return;
  page.heading(2, "Funnels");
  if (site.options.charts) page.code("mermaid", funnelChart(main));
  const byName = new Map(site.plan.funnels.map((funnel) => [funnel.name, funnel]));
  page.list(
    [...byName.values()].map(({ name, description }) => {
      return `${page.link(markdownText(titleOf(name)), site.funnelPlace(name))}: ${sentence(markdownText(description))}`;
    }),
  );
}

function addReading(page: Page, { plan }: Site): void {
  const { event, tense } = plan.naming;
  const shape = event === null ? "" : `An event's name is ${markdownCode(event)}. `;
  const words = [
    tense.completed === null ? "" : `${tense.completed} tense for what is completed`,
    tense.state === null ? "" : `${tense.state} tense for a state`,
  ].filter((part) => part !== "");
  page.heading(2, "How to read an event");
  page.list([
    ...(shape === "" && words.length === 0
      ? []
      : [
          `**Name:** ${shape}${words.length === 0 ? "" : `${sentence(titleCase(words.join(", ")))}`}`.trim(),
        ]),
    "**Sent when:** the exact moment at which the code sends it.",
    "**Question:** the decision that it informs. An event without a question is not worth its cost.",
    "**Required:** *always* is on every such event; *when …* is required only then; *optional* may be missing; *filled in* is added by the client.",
    "**Privacy:** *hashed* values leave only as a keyed hash; *never sent* ones do not leave at all; *sent as is* has a reason in the register.",
    "**The call** under the table can be copied as it stands.",
  ]);
}

function titleCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
