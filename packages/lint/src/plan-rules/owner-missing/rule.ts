import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P601: every event has somebody to ask. */
export const ownerMissing: PlanRule = {
  page: {
    id: "P601",
    name: "owner-missing",
    family: "plan",
    title: "An event that nobody answers for",
    why: "When its numbers look odd there is nobody to ask, and when it should go nobody dares.",
    fix: "Say `owner:`, in the event or in `defaults:`.",
    severity: "error",
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
          owner: checkout
    `,
  },
  check: ({ events }) =>
    events
      .filter(({ owner }) => owner === null)
      .map((event) => ({
        subject: eventSubject(event),
        message: `Nobody answers for "${event.name}".`,
        help: "Say `owner:` here or in `defaults:`.",
      })),
};
