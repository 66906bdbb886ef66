import type { EnumMember, Pii, Property, PropertyValue } from "../../plan/property-type.js";
import { markdownCode, markdownParagraphs, markdownText } from "../../print/markdown-text.js";
import { mostValues, typeText } from "./kinds.js";
import { withNested } from "./nested-properties.js";
import { anchorOf, type Page, type Place } from "./page.js";
import type { Site } from "./site.js";
import { conditionsInWords, sentence, valueCode } from "./wording.js";

const columns = [
  "Property",
  "Type",
  "Required",
  { head: "Privacy", optional: true },
  "Description",
  { head: "Example", optional: true },
];

/** The table of properties, then what does not fit a cell: the meanings of values, raw schemas. */
export function addProperties(page: Page, properties: readonly Property[], site: Site): void {
  const all = withNested(properties);
  page.table(
    columns,
    all.map(({ path, property }) => [
      nameCell(property, path, page, site),
      typeText(property, page, site),
      requiredText(property),
      property.pii === null ? "" : privacyText(property.pii, page, site),
      descriptionText(property),
      exampleCode(property),
    ]),
  );
  for (const { path, property } of all)
    if (sharedPlace(property, site) === null) addDetails(page, property, path);
}

/** What is done with a personal value, linked to its class in the register. */
export function privacyText({ class: name, handling }: Pii, page: Page, site: Site): string {
  const place = { page: site.pageName("privacy"), anchor: anchorOf(name) };
  return page.link(`${handlings[handling]} (${markdownText(name)})`, place);
}

/** What is done with personal values, in words. */
export const handlings = { hash: "hashed", drop: "never sent", allow: "sent as is" } as const;

/** A value's description, with its deprecation. */
export function descriptionText({ description, deprecated }: Property): string {
  const text = description === null ? "" : markdownParagraphs(description).join(" ");
  if (deprecated === null) return text;
  const { reason, replacedBy } = deprecated;
  const instead = replacedBy === null ? "" : ` Use ${markdownCode(replacedBy)}.`;
  return `${text} **Deprecated:** ${sentence(markdownText(reason))}${instead}`.trim();
}

/** The meanings of an enum's values, or a raw schema: what does not fit a cell. */
export function addDetails(page: Page, { type }: PropertyValue, name: string): void {
  if (type.kind === "json_schema") {
    page.paragraph(`Schema of ${markdownCode(name)}:`);
    page.code("json", JSON.stringify(type.schema, null, 2));
  }
  if (type.kind !== "enum") return;
  const silent = type.members.every((it) => it.description === null && it.deprecated === null);
  if (silent && type.members.length <= mostValues) return;
  page.paragraph(`Values of ${markdownCode(name)}:`);
  page.list(type.members.map(memberText));
}

function memberText({ value, description, deprecated }: EnumMember): string {
  const meaning = description === null ? "" : `: ${markdownText(description)}`;
  const gone = deprecated === null ? "" : ` **Deprecated:** ${markdownText(deprecated.reason)}`;
  return `${valueCode(value)}${meaning}${gone}`;
}

/** Where the shared property that it came from is described; null where it came from none. */
function sharedPlace({ lineage }: Property, site: Site): Place | null {
  const shared = [...lineage].reverse().find(({ kind }) => kind === "property");
  return shared === undefined ? null : site.propertyPlace(shared.name);
}

function nameCell(property: Property, path: string, page: Page, site: Site): string {
  const code = property.deprecated === null ? markdownCode(path) : `~~${markdownCode(path)}~~`;
  const place = sharedPlace(property, site);
  return place === null ? code : page.link(code, place);
}

function requiredText({ required, when, type }: Property): string {
  if (type.kind === "const") return "filled in";
  if (when !== null) return `when ${conditionsInWords(when)}`;
  return required ? "always" : "optional";
}

function exampleCode({ examples, type }: Property): string {
  const [example] = examples;
  if (example === undefined || type.kind === "enum" || type.kind === "object") return "";
  return markdownCode(typeof example === "string" ? example : JSON.stringify(example));
}
