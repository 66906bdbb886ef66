import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { isAskedFor } from "../../diff/is-asked-for.js";

/** A new property is optional. */
export const optionalPropertyAdded: BreakingRule = {
  page: breakingPage({
    id: "B204",
    name: "optional-property-added",
    title: "A new property is optional",
    why: "Nobody breaks. It is listed so that a reviewer sees what the change adds.",
    fix: "Nothing to do.",
    severity: "info",
    audiences: [],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
             amount: { type: number, description: How much. }
      +      currency: { type: string, description: The money's name. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          properties:
            amount: { type: number, description: How much. }
    `,
  }),
  checks: {
    property_added: ({ head, at }) =>
      isAskedFor(head) ? null : { message: `${at.name} is new and optional.`, bump: "minor" },
  },
};
