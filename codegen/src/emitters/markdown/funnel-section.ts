import type { Funnel, FunnelStage } from "../../plan/resolved-plan.js";
import { markdownCode, markdownParagraphs, markdownText } from "../../print/markdown-text.js";
import { funnelChart } from "./funnel-chart.js";
import type { Page } from "./page.js";
import type { Site } from "./site.js";
import { conditionsInWords, listInWords, sentence, spanInWords, titleOf } from "./wording.js";

/** A funnel below its heading: what it shows, the picture, the stages, how it is counted. */
export function addFunnel(page: Page, funnel: Funnel, site: Site): void {
  const { answers, owner, by, window } = funnel;
  const question = answers === null ? "" : `**Question:** ${sentence(markdownText(answers))}`;
  page.paragraph(...markdownParagraphs(sentence(funnel.description)), question);
  if (site.options.charts) page.code("mermaid", funnelChart(funnel));
  page.table(
    [{ head: "", right: true }, "Stage", "Reached by", { head: "Rule", optional: true }],
    funnel.stages.map((stage, index) => [
      String(index + 1),
      titleOf(stage.name),
      reachedBy(stage, funnel, page, site),
      ruleOf(stage),
    ]),
  );
  const counted = `Counted for each ${markdownCode(by)}; the whole way may take ${spanInWords(window)}.`;
  page.paragraph(owner === null ? counted : `${counted} Owned by ${site.ownerLink(page, owner)}.`);
}

function reachedBy(stage: FunnelStage, { product }: Funnel, page: Page, site: Site): string {
  const { activation, description, events } = stage;
  const links = events.map((event) => site.eventLink(page, event, product));
  const aha = activation && links.length > 0 ? "the aha moment: " : "";
  const reached = links.length === 0 ? "the product's aha moment" : listInWords(links, "or");
  return description === null
    ? `${aha}${reached}`
    : `${aha}${reached}. ${sentence(markdownText(description))}`;
}

function ruleOf({ where, atLeast, optional }: FunnelStage): string {
  return [
    where.length === 0 ? "" : `where ${conditionsInWords(where)}`,
    atLeast === 1 ? "" : `${atLeast} times or more`,
    optional ? "may be skipped" : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}
