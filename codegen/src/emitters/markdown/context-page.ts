import type { ContextField } from "../../plan/resolved-plan.js";
import { markdownCode, markdownParagraphs, markdownText } from "../../print/markdown-text.js";
import { typeText } from "./kinds.js";
import { anchorOf, type Page } from "./page.js";
import { addProperties, descriptionText, privacyText } from "./property-table.js";
import { pageTitles, type Site } from "./site.js";
import { titleOf } from "./wording.js";

/** Whether anything goes with events beside their own properties. */
export function hasContext({ context, superProperties, groups, person }: Site["plan"]): boolean {
  const all = [context, superProperties, groups, person.traits];
  return all.some((list) => list.length > 0) || person.distinctId.pii !== null;
}

/** What events carry beside their own properties, and what is known of persons and groups. */
export function addContext(page: Page, site: Site): void {
  const { context, superProperties, groups, person } = site.plan;
  page.heading(1, pageTitles.context);
  page.paragraph("The clients add these fields by themselves. No call can set or change them.");
  page.table(
    ["Field", "Type", "Comes from", "Required", { head: "Privacy", optional: true }, "Description"],
    context.map((field) => [
      markdownCode(field.name),
      typeText(field, page, site),
      sourceOf(field, site),
      field.required ? "always" : "optional",
      field.pii === null ? "" : privacyText(field.pii, page, site),
      descriptionText(field),
    ]),
  );
  if (superProperties.length > 0) {
    page.heading(2, "Super-properties");
    page.paragraph("Set once in a browser, then on every event that it sends.");
    addProperties(page, superProperties, site);
  }
  addPerson(page, person, site);
  for (const { name, description, traits } of groups) {
    page.heading(2, `Group: ${titleOf(name)}`, anchorOf(name, "group"));
    page.paragraph(...markdownParagraphs(description ?? ""));
    addProperties(page, traits, site);
  }
}

function addPerson(
  page: Page,
  { description, distinctId, traits }: Site["plan"]["person"],
  site: Site,
): void {
  if (description === null && traits.length === 0 && distinctId.pii === null) return;
  page.heading(2, "Persons");
  page.paragraph(...markdownParagraphs(description ?? ""));
  const id = distinctId.description === null ? "" : `: ${markdownText(distinctId.description)}`;
  const privacy = distinctId.pii === null ? "" : ` (${privacyText(distinctId.pii, page, site)})`;
  page.paragraph(`Known by \`distinct_id\`${privacy}${id}`);
  addProperties(page, traits, site);
}

const sources = {
  caller: "the caller: bound once, or given with a call",
  runtime: "the runtime: given when it starts",
  client: "the generated client",
  clock: "the clock",
} as const;

function sourceOf({ from, group, runtimes }: ContextField, { plan }: Site): string {
  const key = group === null ? "" : `; key of the group ${markdownCode(group)}`;
  const only = runtimes.length === plan.runtimes.length ? "" : `; only in ${runtimes.join(", ")}`;
  return `${sources[from]}${key}${only}`;
}
