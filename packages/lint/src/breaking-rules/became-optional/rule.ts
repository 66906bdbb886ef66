import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { guaranteeOf } from "../../diff/guarantee.js";

/** A property became optional. */
export const becameOptional: BreakingRule = {
  page: breakingPage({
    id: "B206",
    name: "became-optional",
    title: "A property became optional",
    why: "Code goes on compiling, but filters and breakdowns by it lose the rows without it and do not say so.",
    fix: "Keep it required, or count the rows without it on purpose.",
    severity: "warning",
    audiences: ["wire", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      amount: { type: number, required: always, description: How much. }
      +      amount: { type: number, description: How much. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          properties:
            amount: { type: number, required: always, description: How much. }
    `,
  }),
  checks: {
    property: ({ base, requirement, at }) =>
      requirement?.kind !== "optional" || guaranteeOf(base) !== null
        ? null
        : {
            message: `${at.name} is optional now: filters by it lose the rows without it.`,
            help: "Look at the insights that filter or break down by it.",
          },
  },
};
