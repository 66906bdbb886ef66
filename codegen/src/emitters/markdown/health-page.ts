import type { Health, HealthInput } from "../../plan/resolved-plan.js";
import { markdownCode, markdownParagraphs, markdownText } from "../../print/markdown-text.js";
import type { Page } from "./page.js";
import { pageTitles, type Site } from "./site.js";
import { listInWords, percent, sentence, spanInWords, titleOf } from "./wording.js";

/** Each health score: its formula, its inputs, and what follows from its bands. */
export function addHealth(page: Page, site: Site): void {
  page.heading(1, pageTitles.health);
  for (const health of site.plan.health) addScore(page, health, site);
}

function addScore(page: Page, health: Health, site: Site): void {
  const { name, description, by, every, owner, inputs } = health;
  page.heading(2, titleOf(name));
  page.paragraph(...markdownParagraphs(description));
  const terms = inputs.map((input) => `${input.weight} × ${input.name}`);
  page.code("text", `${name} =\n    ${terms.join("\n  + ")}`);
  const counted = `Computed for each ${markdownCode(by)}, every ${spanInWords(every).replace(/^1 /, "")}. Each input runs from 0 to 1.`;
  page.paragraph(owner === null ? counted : `${counted} Owned by ${site.ownerLink(page, owner)}.`);
  page.table(
    [
      "Input",
      { head: "Weight", right: true },
      "How it is measured",
      { head: "Unseen", right: true },
    ],
    inputs.map((input) => [
      markdownCode(input.name),
      percent(input.weight),
      measureOf(input, page, site),
      String(input.empty),
    ]),
  );
  page.table(
    ["Band", "Score", "What it says", { head: "What follows", optional: true }],
    health.bands.map((band, index) => [
      titleOf(band.name),
      index === 0 ? `${band.from} and above` : `${band.from} to ${health.bands[index - 1]?.from}`,
      markdownText(band.description ?? ""),
      markdownText(band.action ?? ""),
    ]),
  );
}

function measureOf(input: HealthInput, page: Page, site: Site): string {
  const links = input.events.map((event) => site.eventLink(page, event));
  const full = input.fullAt ?? "the plan's own number";
  const measures = {
    activation: "products activated ÷ products in use",
    active_days: `days with ${listInWords(links, "or") || "any event"} ÷ ${full}`,
    feature_breadth: "features used ÷ features there are",
    integration_depth: `integrations connected ÷ ${full}`,
    sentiment: "positive events ÷ positive and negative ones",
  } as const;
  const window = input.window === null ? "" : `, in the last ${spanInWords(input.window)}`;
  const meaning = input.description === null ? "" : ` ${sentence(markdownText(input.description))}`;
  return `${measures[input.measure]}${window}.${meaning}`;
}
