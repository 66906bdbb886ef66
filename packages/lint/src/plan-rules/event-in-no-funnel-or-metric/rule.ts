import { eventSubject } from "../../plan/plan-view.js";
import { countedEvents } from "../counted-events.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P716: an event is counted by something. */
export const eventInNoFunnelOrMetric: PlanRule = {
  page: {
    id: "P716",
    name: "event-in-no-funnel-or-metric",
    family: "plan",
    title: "An event that nothing in the plan counts",
    why: "It may well be looked at by hand. A list of such events is where to begin when the plan has grown too large.",
    fix: "Put it into a funnel, mark it with a `feature`, an `integration` or a `sentiment`, or let it be.",
    severity: "info",
    preset: null,
    locked: false,
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          sentiment: positive
    `,
  },
  check: ({ plan, events }) => {
    const counted = new Set(countedEvents(plan).map(({ event }) => event));
    return events
      .filter(({ name, feature, integration, sentiment, deprecated }) => {
        const isMarked = feature !== null || integration !== null || sentiment !== null;
        return !isMarked && deprecated === null && !counted.has(name);
      })
      .map((event) => ({
        subject: eventSubject(event),
        message: `No funnel, activation or score counts "${event.name}".`,
        help: "Put it into one, or let it be.",
      }));
  },
};
