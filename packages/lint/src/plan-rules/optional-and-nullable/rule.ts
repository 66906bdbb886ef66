import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P210: there is one way to say that there is no value. */
export const optionalAndNullable: PlanRule = {
  page: {
    id: "P210",
    name: "optional-and-nullable",
    family: "plan",
    title: "Two ways to say that there is nothing",
    why: "Some senders leave the property out, some send null, and `is not set` finds half of them.",
    fix: "Take `nullable` away, or make it `required: always`, so that null is the one way.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
          properties:
            coupon: { type: string, nullable: true, required: optional, description: The code used. }
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          properties:
            coupon: { type: string, nullable: true, required: always, description: The code used. }
    `,
  },
  check: ({ properties }) =>
    properties.flatMap((subject) => {
      const { property, place } = subject;
      const isHere = place === "event" || place === "group" || place === "inner";
      if (!isHere || !property.nullable || property.required || property.when !== null) return [];
      return [
        {
          subject,
          message: `"${property.name}" may be null and may be absent.`,
          help: "Take `nullable` away, or make it `required: always`.",
        },
      ];
    }),
};
