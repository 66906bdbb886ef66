import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { sentence } from "../../diff/in-words.js";

/** A funnel, an activation or a health score is new. */
export const funnelOrMetricAdded: BreakingRule = {
  page: breakingPage({
    id: "B407",
    name: "funnel-or-metric-added",
    title: "A funnel, an activation or a health score is new",
    why: "Nobody breaks. It is listed so that a reviewer sees what the change adds.",
    fix: "Nothing to do.",
    severity: "info",
    audiences: [],
    bad: example`
       events:
         cart_filled:
           description: Something was put into the cart.
         order_started:
           description: The checkout was opened.
         order_paid:
           description: Money arrived.
      +funnels:
      +  buying:
      +    description: From the cart to the money.
      +    by: distinct_id
      +    window: 7d
      +    stages:
      +      filled: { event: cart_filled }
      +      paid: { event: order_paid }
    `,
    good: example`
      events:
        cart_filled:
          description: Something was put into the cart.
        order_started:
          description: The checkout was opened.
        order_paid:
          description: Money arrived.
      funnels:
        buying:
          description: From the cart to the money.
          by: distinct_id
          window: 7d
          stages:
            filled: { event: cart_filled }
            paid: { event: order_paid }
    `,
  }),
  checks: {
    measure_added: ({ at }) => ({ message: `${sentence(at.name)} is new.`, bump: "minor" }),
    activation: ({ base, head, at }) =>
      base === null && head !== null
        ? {
            message: `${sentence(at.name)} has an activation now.`,
            within: "activation",
            head: head.origin,
            bump: "minor",
          }
        : null,
  },
};
