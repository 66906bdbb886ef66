import type { Event } from "../../plan/resolved-plan.js";
import { markdownCode } from "../../print/markdown-text.js";
import type { Base } from "./changes.js";
import type { Page } from "./page.js";
import { pageTitles, type Site } from "./site.js";
import { sentence } from "./wording.js";

/** Whether the plan has a history to tell. */
export function hasHistory({ plan, base }: Site): boolean {
  return (
    base !== null || plan.events.some((it) => it.since !== null || it.deprecated?.since != null)
  );
}

/** What came and went: against an earlier plan where one is given, then by the versions in the plan. */
export function addChangelog(page: Page, site: Site): void {
  page.heading(1, pageTitles.changelog);
  if (site.base !== null) addChanges(page, site.base, site);
  const versions = new Set(
    site.plan.events.flatMap(({ since, deprecated }) => [since, deprecated?.since ?? null]),
  );
  versions.delete(null);
  for (const version of [...versions].flatMap((it) => it ?? []).sort(newestFirst)) {
    page.heading(2, version);
    addList(
      page,
      "Deprecated",
      site.plan.events.filter((it) => it.deprecated?.since === version),
      site,
    );
    addList(
      page,
      "Added",
      site.plan.events.filter((it) => it.since === version),
      site,
    );
  }
}

function addList(page: Page, title: string, events: readonly Event[], site: Site): void {
  if (events.length === 0) return;
  page.paragraph(`**${title}**`);
  const once = events.filter(({ name }, index) => events[index - 1]?.name !== name);
  page.list(
    once.map((event) => {
      const words = site.meaningOf(event);
      return `${site.fullLink(page, event)}: ${words}`;
    }),
  );
}

function addChanges(page: Page, base: Base, site: Site): void {
  page.heading(2, `Since ${base.version}`);
  const all = site.plan.events.flatMap((event) => base.changesOf(event) ?? []);
  const names = new Set(site.plan.events.map(({ name }) => name));
  const gone = new Set(base.events.map(({ name }) => name).filter((name) => !names.has(name)));
  const changed = all.filter(({ isNew }) => !isNew);
  if (all.length + gone.size === 0) page.paragraph("No event was added, changed or removed.");
  const added = all.filter(({ isNew }) => isNew).map(({ event }) => event);
  addList(page, "Added", added, site);
  if (changed.length > 0) page.paragraph("**Changed**");
  page.list(
    changed.map(
      ({ event, changes }) => `${site.fullLink(page, event)}: ${sentence(changes.join("; "))}`,
    ),
  );
  if (gone.size > 0) page.paragraph("**Removed**");
  page.list([...gone].map(markdownCode));
}

/** By their numbers, the highest first; what is no number comes by letter. */
function newestFirst(a: string, b: string): number {
  const [left, right] = [a.split(/[.+-]/), b.split(/[.+-]/)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [x = "", y = ""] = [left[index], right[index]];
    const byNumber = Number(y) - Number(x);
    if (x !== y) return Number.isNaN(byNumber) ? (x < y ? 1 : -1) : byNumber;
  }
  return 0;
}
