import type { PlanView, Subject } from "../../plan/plan-view.js";
import { countedEvents } from "../counted-events.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P622: what is measured stands on events that stay as they are. */
export const stableUsesUnstable: PlanRule = {
  page: {
    id: "P622",
    name: "stable-uses-unstable",
    family: "plan",
    title: "A measure that stands on an experimental event",
    why: "An experimental event may change without notice, and the company's number moves with it.",
    fix: "Make the event stable, or measure by another one.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
          stability: experimental
      activation: { event: order_paid, from: basket_filled, within: 1d }
    `,
    good: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
      activation: { event: order_paid, from: basket_filled, within: 1d }
    `,
  },
  check: (view) => usesOf(view, new Set(unstable(view))),
};

function unstable({ plan }: PlanView): readonly string[] {
  return plan.events
    .filter(({ stability }) => stability === "experimental")
    .map(({ name }) => name);
}

function usesOf({ plan }: PlanView, names: ReadonlySet<string>): ReturnType<PlanRule["check"]> {
  return countedEvents(plan)
    .filter(({ event }) => names.has(event))
    .map(({ subject, what, event }: { subject: Subject; what: string; event: string }) => ({
      subject,
      message: `${what} stands on "${event}", which is experimental.`,
      help: "Make the event stable, or take another one.",
    }));
}
