import type { SharedProperty } from "../../plan/resolved-plan.js";
import { markdownCode } from "../../print/markdown-text.js";
import { typeText } from "./kinds.js";
import type { Page } from "./page.js";
import { addDetails, addProperties, descriptionText, privacyText } from "./property-table.js";
import type { Site } from "./site.js";

/** A shared property: its type and meaning, its values, and every event that has it. */
export function addProperty(page: Page, property: SharedProperty, site: Site): void {
  const { name, pii, examples } = property;
  page.codeHeading(1, name);
  const all = { page: site.pageName("properties"), anchor: "" };
  const privacy = pii === null ? [] : [privacyText(pii, page, site)];
  const shown = examples.map((it) =>
    markdownCode(typeof it === "string" ? it : JSON.stringify(it)),
  );
  const example = shown.length === 0 ? [] : [`such as ${shown.join(", ")}`];
  const kind = page.link("Shared property", all);
  page.paragraph([kind, typeText(property, page, site), ...privacy, ...example].join(" · "));
  page.paragraph(descriptionText(property));
  addDetails(page, property, name);
  if (property.type.kind === "object") addProperties(page, property.type.properties, site);
  if (property.usedBy.length > 0) page.subheading(2, "Used by");
  addUses(page, property.usedBy, site, null);
}

/** The events that have something, a line each, below a lead. */
export function addUses(
  page: Page,
  names: readonly string[],
  site: Site,
  lead: string | null = "Used by:",
): void {
  if (names.length === 0) return;
  if (lead !== null) page.paragraph(lead);
  page.list(
    names.map((name) => {
      const event = site.find(name);
      const meaning = event === undefined ? "" : site.meaningOf(event);
      return `${site.eventLink(page, name)}: ${meaning}`;
    }),
  );
}
