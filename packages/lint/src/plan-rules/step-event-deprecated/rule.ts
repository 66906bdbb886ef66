import { countedEvents } from "../counted-events.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P707: nothing is measured by an event that goes away. */
export const stepEventDeprecated: PlanRule = {
  page: {
    id: "P707",
    name: "step-event-deprecated",
    family: "plan",
    title: "A measure that stands on a deprecated event",
    why: "It falls to zero as senders move, and looks like a product problem.",
    fix: "Name the replacement; while senders move, `any_of` takes both.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_payed:
          description: Money arrived, in the first spelling.
          deprecated: { reason: Misspelt., replaced_by: order_paid, sunset: 2099-12-31 }
        order_paid:
          description: Money arrived.
      activation: { event: order_payed, from: basket_filled, within: 1d }
    `,
    good: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_payed:
          description: Money arrived, in the first spelling.
          deprecated: { reason: Misspelt., replaced_by: order_paid, sunset: 2099-12-31 }
        order_paid:
          description: Money arrived.
      activation: { event: order_paid, from: basket_filled, within: 1d }
    `,
  },
  check: ({ plan }) => {
    const old = new Map(plan.events.map(({ name, deprecated }) => [name, deprecated]));
    const counted = countedEvents(plan);
    return counted.flatMap(({ subject, what, event }) => {
      const deprecated = old.get(event) ?? null;
      if (deprecated === null) return [];
      const to = deprecated.replacedBy;
      const hasBoth = counted.some(
        (other) => other.event === to && other.subject.path === subject.path,
      );
      if (hasBoth) return [];
      const help =
        to === null
          ? "Take an event that stays."
          : `Name "${to}", or both under \`any_of\` for a while.`;
      return [{ subject, message: `${what} stands on "${event}", which is deprecated.`, help }];
    });
  },
};
