import type { Page } from "./page.js";
import { pageTitles, type Site } from "./site.js";
import { titleOf } from "./wording.js";

/** Every event of every product, by name, a line each. */
export function addEvents(page: Page, site: Site): void {
  page.heading(1, pageTitles.events);
  page.table(
    ["Event", "What happened", { head: "Stage", optional: true }, "Product"],
    site.plan.events.map((event) => [
      site.linkTo(page, event),
      site.meaningOf(event),
      event.stage === null ? "" : titleOf(event.stage),
      event.products.length === site.plan.products.length && event.products.length > 1
        ? "all"
        : event.products.map((product) => site.productLink(page, product)).join(", "),
    ]),
  );
}
