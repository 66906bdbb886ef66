import type { Event } from "../../plan/resolved-plan.js";
import { addEvent } from "./event-section.js";
import type { Page } from "./page.js";
import type { Site } from "./site.js";
import { listInWords } from "./wording.js";

/** The page of an event: all there is to know of it, and of what products made of it. */
export function addEventPage(page: Page, events: readonly Event[], site: Site): void {
  const [first] = events;
  if (first === undefined) return;
  page.codeHeading(1, first.name);
  const isAlone = events.length === 1 && site.placeOf(first).anchor === "";
  for (const event of events) {
    const { anchor } = site.placeOf(event);
    if (!isAlone) page.heading(2, sectionTitle(event, events, site), anchor || undefined);
    const stretch = page.stretch();
    addEvent(stretch, event, site, isAlone ? 2 : 3);
    page.add(stretch.toString());
  }
}

/** Several events on one page: as products have them, or, where two names make one address, by name. */
function sectionTitle(event: Event, all: readonly Event[], site: Site): string {
  const { name, products } = event;
  if (all.some((it) => it.name !== name)) return name;
  if (site.placeOf(event).anchor === "" && products.length > 2) return "In all other products";
  return `In ${listInWords(products.map((product) => site.titleOf(product)))}`;
}
