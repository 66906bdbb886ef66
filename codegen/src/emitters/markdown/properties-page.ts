import type { PropertyGroup, SharedProperty } from "../../plan/resolved-plan.js";
import { markdownCode, markdownParagraphs, markdownText } from "../../print/markdown-text.js";
import { typeText } from "./kinds.js";
import { anchorOf, type Page } from "./page.js";
import { addDetails, addProperties, descriptionText, privacyText } from "./property-table.js";
import { pageTitles, type Site } from "./site.js";
import { titleOf } from "./wording.js";

/** The anchors on this page that others point to. */
export function propertyAnchors({ properties, types }: Site["plan"]): readonly string[] {
  return [
    ...properties.map(({ name }) => anchorOf(name)),
    ...types.map(({ name }) => anchorOf(name, "type")),
  ];
}

/** Properties that several events use, the groups they come in, and named types. */
export function addSharedProperties(page: Page, site: Site): void {
  const { properties, propertyGroups, types } = site.plan;
  page.heading(1, pageTitles.properties);
  page.paragraph("Each is defined once and means the same on every event that has it.");
  for (const property of properties) addProperty(page, property, site);
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

function addProperty(page: Page, property: SharedProperty, site: Site): void {
  const { name, pii, examples } = property;
  page.heading(2, titleOf(name), anchorOf(name));
  const privacy = pii === null ? [] : [privacyText(pii, page, site)];
  const shown = examples.map((it) =>
    markdownCode(typeof it === "string" ? it : JSON.stringify(it)),
  );
  const example = shown.length === 0 ? [] : [`such as ${shown.join(", ")}`];
  page.paragraph(
    [markdownCode(name), typeText(property, page, site), ...privacy, ...example].join(" · "),
  );
  page.paragraph(descriptionText(property));
  addDetails(page, property, name);
  if (property.type.kind === "object") addProperties(page, property.type.properties, site);
  addUses(page, property.usedBy, site);
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

function addUses(page: Page, names: readonly string[], site: Site): void {
  if (names.length === 0) return;
  page.paragraph("Used by:");
  page.list(
    names.map((name) => {
      const description = site.find(name)?.description ?? "";
      return `${site.eventLink(page, name)}: ${markdownText(description)}`;
    }),
  );
}
