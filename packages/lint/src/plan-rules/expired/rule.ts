import { addDays } from "../../plan/day.js";
import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** Days for which it is a warning. */
const grace = 30;

/** P627: an event that was to end has ended. */
export const expired: PlanRule = {
  page: {
    id: "P627",
    name: "expired",
    family: "plan",
    title: "An event past its day",
    why: "It was meant for a time, and still costs and collects.",
    fix: `Take it out with the calls that send it, or move \`expires:\` on purpose. After ${grace} days this is an error.`,
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
          expires: 2020-01-31
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          expires: 2099-01-31
    `,
  },
  check: ({ events, today }) =>
    events.flatMap((event) => {
      const { expires, name } = event;
      if (expires === null || expires === "never" || expires >= today) return [];
      return [
        {
          subject: eventSubject(event),
          message: `"${name}" expired on ${expires}.`,
          help: "Take it out, or move `expires:` on purpose.",
          severity: addDays(expires, grace) >= today ? "warning" : "error",
        },
      ];
    }),
};
