import type { Event } from "../../plan/resolved-plan.js";
import { markdownParagraphs } from "../../print/markdown-text.js";
import { addEvent } from "./event-section.js";
import type { Page } from "./page.js";
import type { Site } from "./site.js";

/**
 * Some events under one heading: a table of all, then a section for each that stands on this page.
 * Nothing where there are none.
 */
export function addChapter(
  page: Page,
  heading: string,
  description: string | null,
  events: readonly Event[],
  site: Site,
): void {
  if (events.length === 0) return;
  page.heading(2, heading);
  if (description !== null) page.paragraph(...markdownParagraphs(description));
  const inOrder = [...events].sort((a, b) => Number(isGoing(a)) - Number(isGoing(b)));
  page.table(
    ["Event", "What happened", "Kind", "From"],
    inOrder.map((event) => [
      site.linkTo(page, event),
      markdownParagraphs(event.description).join(" "),
      event.kind?.replace("_", "-") ?? "",
      event.runtimes.join(", "),
    ]),
  );
  for (const event of inOrder)
    if (site.placeOf(event).page === page.name) addEvent(page, event, site);
}

/** What is on its way out stands last. */
function isGoing({ deprecated }: Event): boolean {
  return deprecated !== null;
}
