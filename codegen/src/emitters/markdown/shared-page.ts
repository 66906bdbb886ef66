import type { Event } from "../../plan/resolved-plan.js";
import { addChapter } from "./chapter.js";
import type { Page } from "./page.js";
import { pageTitles, type Site } from "./site.js";
import { titleOf } from "./wording.js";

/** Events that more than one product may send; not those of a plan without products. */
export function sharedEvents({ plan }: Site): readonly Event[] {
  if (plan.products.some(({ implicit }) => implicit)) return [];
  return plan.events.filter(
    ({ shared, lineage }) => shared && !lineage.some(({ kind }) => kind === "extension"),
  );
}

/** Events that products share, by their names' first word. */
export function addShared(page: Page, site: Site): void {
  page.heading(1, pageTitles.shared);
  const home = page.link("All products", { page: site.pageName("index"), anchor: "" });
  page.paragraph(`Events that more than one product may send. ${home}`);
  const domains = new Map<string, Event[]>();
  for (const event of sharedEvents(site)) {
    const [first = ""] = event.path.length > 1 ? event.path : [];
    const domain = domains.get(first);
    if (domain === undefined) domains.set(first, [event]);
    else domain.push(event);
  }
  for (const [domain, inDomain] of domains)
    addChapter(page, domain === "" ? "Other events" : titleOf(domain), null, inDomain, site);
}
