import type { Event } from "../../plan/resolved-plan.js";
import { markdownParagraphs } from "../../print/markdown-text.js";
import type { Page } from "./page.js";
import type { Site } from "./site.js";

/** Some events under one heading, a line each. Nothing where there are none. */
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
      site.meaningOf(event),
      event.kind?.replace("_", "-") ?? "",
      event.runtimes.join(", "),
    ]),
  );
}

/** What is on its way out stands last. */
function isGoing({ deprecated }: Event): boolean {
  return deprecated !== null;
}
