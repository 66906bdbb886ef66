import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P514: a review that lets personal data leave in clear has not run out. */
export const piiReviewExpired: PlanRule = {
  page: {
    id: "P514",
    name: "pii-review-expired",
    family: "plan",
    title: "A review of personal data that has run out",
    why: "The reason was good for a time. Nobody has looked since, and the values still leave as they are.",
    fix: "Review it again and move `until:`, or hash or drop the value.",
    severity: "error",
    preset: "recommended",
    locked: true,
    bad: yaml`
      properties:
        email:
          type: string
          description: Where receipts go.
          pii: { class: email, handling: allow, reason: Receipts are sent from it., until: 2020-01-31 }
    `,
    good: yaml`
      properties:
        email:
          type: string
          description: Where receipts go.
          pii: { class: email, handling: allow, reason: Receipts are sent from it., until: 2099-01-31 }
    `,
  },
  check: ({ properties, today }) =>
    properties.flatMap((subject) => {
      const { name, pii } = subject.property;
      if (pii === null || pii.handling !== "allow" || pii.until === null || pii.until >= today)
        return [];
      return [
        {
          subject,
          message: `The review that lets "${name}" (${pii.class}) leave as it is ended on ${pii.until}.`,
          help: "Review it again and move `until:`, or hash or drop it.",
        },
      ];
    }),
};
