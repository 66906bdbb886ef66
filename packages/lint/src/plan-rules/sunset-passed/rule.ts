import { addDays } from "../../plan/day.js";
import { eventSubject, type Subject } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** Days for which it is a warning: a build should not break overnight. */
const grace = 30;

/** P630: what was to be removed is removed. */
export const sunsetPassed: PlanRule = {
  page: {
    id: "P630",
    name: "sunset-passed",
    family: "plan",
    title: "Something deprecated whose sunset has passed",
    why: "The day was announced, and both names still come in. Every report has to add them up.",
    fix: `Take it out and put the name under \`reserved:\`, or move \`sunset:\` on purpose. After ${grace} days this is an error.`,
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        order_payed:
          description: Money arrived, in the first spelling.
          deprecated: { reason: Misspelt., replaced_by: order_paid, sunset: 2020-12-31 }
        order_paid:
          description: Money arrived.
    `,
    good: yaml`
      plan: shop
      reserved: { events: [order_payed] }
      events:
        order_paid:
          description: Money arrived.
    `,
  },
  check: ({ events, properties, today }) => {
    const passed = (
      name: string,
      sunset: string | null,
      subject: Subject,
    ): ReturnType<PlanRule["check"]> => {
      if (sunset === null || sunset >= today) return [];
      const message = `"${name}" was to be gone after ${sunset}.`;
      const severity = addDays(sunset, grace) >= today ? "warning" : "error";
      const help = "Take it out and put the name under `reserved:`, or move `sunset:` on purpose.";
      return [{ subject, message, help, severity }];
    };
    return [
      ...events.flatMap((event) =>
        passed(event.name, event.deprecated?.sunset ?? null, eventSubject(event)),
      ),
      ...properties.flatMap((site) => {
        const { name, deprecated } = site.property;
        return passed(name, deprecated?.sunset ?? null, site);
      }),
    ];
  },
};
