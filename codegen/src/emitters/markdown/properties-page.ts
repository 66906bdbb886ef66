import type { PropertyGroup } from "../../plan/resolved-plan.js";
import { markdownCode, markdownParagraphs } from "../../print/markdown-text.js";
import { typeText } from "./kinds.js";
import { anchorOf, type Page } from "./page.js";
import { addUses } from "./property-page.js";
import { addDetails, addProperties, descriptionText, privacyText } from "./property-table.js";
import { pageTitles, type Site } from "./site.js";
import { titleOf } from "./wording.js";

/** The anchors on this page that others point to. */
export function propertyAnchors({ types }: Site["plan"]): readonly string[] {
  return types.map(({ name }) => anchorOf(name, "type"));
}

/** Properties that several events use, a line each; the groups they come in, and named types. */
export function addSharedProperties(page: Page, site: Site): void {
  const { properties, propertyGroups, types } = site.plan;
  page.heading(1, pageTitles.properties);
  page.paragraph("Each is defined once and means the same on every event that has it.");
  page.table(
    ["Property", "Type", { head: "Privacy", optional: true }, "Description"],
    properties.map((property) => {
      const place = site.propertyPlace(property.name);
      const code = markdownCode(property.name);
      return [
        place === null ? code : page.link(code, place),
        typeText(property, page, site),
        property.pii === null ? "" : privacyText(property.pii, page, site),
        descriptionText(property),
      ];
    }),
  );
  if (propertyGroups.length > 0) page.heading(2, "Groups");
  for (const group of propertyGroups) addGroup(page, group, site);
  if (types.length > 0) page.heading(2, "Types");
  for (const type of types) {
    page.heading(3, `Type: ${titleOf(type.name)}`, anchorOf(type.name, "type"));
    page.paragraph(`${markdownCode(type.name)} · ${typeText(type, page, site)}`);
    page.paragraph(...markdownParagraphs(type.description ?? ""));
    if (type.type.kind === "object") addProperties(page, type.type.properties, site);
    else addDetails(page, type, type.name);
  }
}

function addGroup(
  page: Page,
  { name, description, properties, usedBy }: PropertyGroup,
  site: Site,
): void {
  page.heading(3, `Group: ${titleOf(name)}`);
  page.paragraph(markdownCode(name), ...markdownParagraphs(description));
  addProperties(page, properties, site);
  addUses(page, usedBy, site);
}
