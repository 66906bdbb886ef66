import type { Pii, Property, PropertyValue } from "../../plan/property-type.js";
import { markdownCode, markdownText } from "../../print/markdown-text.js";
import { nestedIn, withNested } from "./nested-properties.js";
import { anchorOf, type Page } from "./page.js";
import { handlings } from "./property-table.js";
import { pageTitles, type Site } from "./site.js";
import { sentence, titleOf } from "./wording.js";

interface Entry {
  readonly pii: Pii;
  readonly path: string;
  /** Markdown. */
  readonly where: string;
}

/** The anchors on this page that others point to. */
export function privacyAnchors({ privacy }: Site["plan"]): readonly string[] {
  return privacy.classes.map(({ name }) => anchorOf(name));
}

/** The register: each personal value, what is done with it, why, who reviewed it. A line for each. */
export function addPrivacy(page: Page, site: Site): void {
  page.heading(1, pageTitles.privacy);
  page.list([
    "**Hashed:** replaced by a keyed hash before it leaves the process. Equal values stay equal.",
    "**Never sent:** no client takes it, and the types refuse it.",
    "**Sent as is:** allowed for the reason that stands beside it.",
  ]);
  const byClass = new Map<string, Entry[]>();
  for (const entry of entriesOf(page, site)) {
    const entries = byClass.get(entry.pii.class);
    if (entries === undefined) byClass.set(entry.pii.class, [entry]);
    else entries.push(entry);
  }
  for (const { name, description, handling } of site.plan.privacy.classes) {
    const entries = byClass.get(name);
    if (entries === undefined) continue;
    page.heading(2, titleOf(name), anchorOf(name));
    const meaning = description === null ? "" : `${markdownText(description)} `;
    page.paragraph(`${meaning}Unless a property says otherwise: ${handlings[handling]}.`);
    page.table(
      ["Value", "On", "Handling", "Why"],
      entries.map(({ pii, path, where }) => [
        markdownCode(path),
        where,
        handlings[pii.handling],
        reasonOf(pii),
      ]),
    );
  }
}

function reasonOf({ reason, reviewer, until }: Pii): string {
  const why = reason === null ? "" : sentence(markdownText(reason));
  const by = reviewer === null ? "" : ` Reviewed by ${markdownText(reviewer)}.`;
  return `${why}${by}${until === null ? "" : ` Until ${until}.`}`.trim();
}

function entriesOf(page: Page, site: Site): readonly Entry[] {
  const { plan } = site;
  const carried = page.link("every event", { page: site.pageName("context"), anchor: "" });
  const id = plan.person.distinctId.pii;
  return [
    ...(id === null ? [] : [{ pii: id, path: "distinct_id", where: "persons and events" }]),
    ...inProperties(plan.context, carried),
    ...inProperties(plan.superProperties, "browser events"),
    ...inProperties(plan.person.traits, "persons"),
    ...plan.groups.flatMap(({ name, traits }) =>
      inProperties(traits, `group ${markdownCode(name)}`),
    ),
    ...plan.types.flatMap((type) => {
      const where = `type ${page.link(markdownCode(type.name), site.typePlace(type.name))}`;
      return [...inValue(type, type.name, where), ...inPathed(nestedIn(type), where)];
    }),
    ...plan.events.flatMap((event) => inProperties(event.properties, site.fullLink(page, event))),
  ];
}

function inProperties(properties: readonly Property[], where: string): readonly Entry[] {
  return inPathed(withNested(properties), where);
}

function inPathed(all: ReturnType<typeof withNested>, where: string): readonly Entry[] {
  return all.flatMap(({ path, property }) => inValue(property, path, where));
}

/** A value's own decision, and those of what it holds without a name: items, values, branches. */
function inValue({ pii, type }: PropertyValue, path: string, where: string): readonly Entry[] {
  const own = pii === null ? [] : [{ pii, path, where }];
  switch (type.kind) {
    case "array":
      return [...own, ...inValue(type.items, `${path}[]`, where)];
    case "map":
      return [...own, ...inValue(type.values, `${path}{}`, where)];
    case "union":
      return [...own, ...type.anyOf.flatMap((branch) => inValue(branch, path, where))];
    default:
      return own;
  }
}
