import type { Span } from "../language/span.js";
import type { Report } from "./report.js";
import type { Event } from "./resolved-plan.js";

/** Which products hold an event of a name. */
export type EventIndex = ReadonlyMap<string, readonly Event[]>;

/** Events by name. */
export function indexEvents(events: readonly Event[]): EventIndex {
  const index = new Map<string, Event[]>();
  for (const event of events) {
    const sameName = index.get(event.name);
    if (sameName === undefined) index.set(event.name, [event]);
    else sameName.push(event);
  }
  return index;
}

/** A finding unless there is such an event, and `product` (where one is given) has it. */
export function expectEvent(
  name: string,
  span: Span,
  product: string | null,
  events: EventIndex,
  report: Report,
): void {
  const holders = events.get(name);
  if (holders === undefined) {
    report.add("funnel-step-unknown-event", span, `"${name}" is no event of this plan.`, {
      help: report.didYouMean(name, events.keys()),
    });
  } else if (product !== null && !holders.some((event) => event.products.includes(product))) {
    const others = [...new Set(holders.flatMap((event) => event.products))].join(", ");
    report.add("funnel-step-unknown-event", span, `Product "${product}" has no event "${name}".`, {
      help: `It belongs to ${others}.`,
    });
  }
}
