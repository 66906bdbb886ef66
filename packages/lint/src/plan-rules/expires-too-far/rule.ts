import { addDays } from "../../plan/day.js";
import { eventSubject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** Two years. */
const farthest = 731;

/** P628: an end is near enough to be meant. */
export const expiresTooFar: PlanRule = {
  page: {
    id: "P628",
    name: "expires-too-far",
    family: "plan",
    title: "An end that is too far away to be meant",
    why: "A day in ten years is `never` with a date on it; nobody who set it will be asked.",
    fix: "Take a day within two years and look again then, or say `never`.",
    severity: "warning",
    preset: "strict",
    locked: false,
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
          expires: 2099-01-31
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          expires: never
    `,
  },
  check: ({ events, today }) =>
    events.flatMap((event) => {
      const { expires, name } = event;
      if (expires === null || expires === "never" || expires <= addDays(today, farthest)) return [];
      return [
        {
          subject: eventSubject(event),
          message: `"${name}" expires on ${expires}, more than two years from now.`,
          help: "Take a nearer day, or say `never`.",
        },
      ];
    }),
};
