import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P606: an event says which question it answers. */
export const questionMissing: PlanRule = {
  page: {
    id: "P606",
    name: "question-missing",
    family: "plan",
    title: "An event that answers no question",
    why: "What is recorded just in case costs the same as what is used, and nobody ever dares to delete it.",
    fix: "Add `answers:` with the question, or do without the event.",
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
          answers: How many baskets become money?
    `,
  },
  check: ({ events }) =>
    events
      .filter(({ answers, deprecated }) => answers === null && deprecated === null)
      .map((event) => ({
        subject: eventSubject(event),
        message: `"${event.name}" says no question that it answers.`,
        help: "Add `answers:`, or do without the event.",
      })),
};
