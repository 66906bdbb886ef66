import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P605: an event says the exact moment at which it is sent. */
export const triggerMissing: PlanRule = {
  page: {
    id: "P605",
    name: "trigger-missing",
    family: "plan",
    title: "An event without its exact moment",
    why: "Is an order paid when the button is pressed, when the bank answers, or when the money is there? Three developers choose three moments.",
    fix: "Add `trigger:` and the moment: the payment provider has confirmed the charge.",
    severity: "warning",
    preset: "strict",
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
          trigger: The payment provider has confirmed the charge.
    `,
  },
  check: ({ events }) =>
    events
      .filter(({ trigger }) => trigger === null)
      .map((event) => ({
        subject: eventSubject(event),
        message: `"${event.name}" does not say at which moment it is sent.`,
        help: "Add `trigger:`.",
      })),
};
