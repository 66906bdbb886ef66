import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A bound allows more. */
export const constraintLoosened: BreakingRule = {
  page: breakingPage({
    id: "B215",
    name: "constraint-loosened",
    title: "A bound allows more",
    why: "Nobody is refused, but values arrive that were outliers before.",
    fix: "Nothing to do.",
    severity: "info",
    audiences: ["analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      coupon: { type: string, max_length: 10, description: The code. }
      +      coupon: { type: string, max_length: 20, description: The code. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          properties:
            coupon: { type: string, max_length: 10, description: The code. }
    `,
  }),
  checks: {
    value: ({ differences, at }) =>
      differences.flatMap((it) =>
        it.kind === "bound" && it.direction === "loosened"
          ? {
              message: `${at.name} takes more: \`${it.name}\` was ${it.base ?? "open"} and is ${it.head ?? "open"}.`,
              digest: `${it.name} ${it.base} → ${it.head}`,
              bump: "minor",
            }
          : [],
      ),
  },
};
