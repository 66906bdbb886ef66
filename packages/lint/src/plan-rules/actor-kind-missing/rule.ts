import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P407: an event says whether a person, a bot or the system does it. */
export const actorKindMissing: PlanRule = {
  page: {
    id: "P407",
    name: "actor-kind-missing",
    family: "plan",
    title: "An event that does not say who acts",
    why: "A nightly job that counts as a user makes every customer look active.",
    fix: "Say `actor: user`, `bot` or `system`, in the event or in `defaults:`.",
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
          actor: user
    `,
  },
  check: ({ events }) =>
    events
      .filter(({ actor }) => actor === null)
      .map((event) => ({
        subject: eventSubject(event),
        message: `"${event.name}" does not say who does it.`,
        help: "Say `actor: user`, `bot` or `system`.",
      })),
};
