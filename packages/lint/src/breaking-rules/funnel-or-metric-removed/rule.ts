import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { sentence } from "../../diff/in-words.js";

/** A funnel or a health score is gone. */
export const funnelOrMetricRemoved: BreakingRule = {
  page: breakingPage({
    id: "B404",
    name: "funnel-or-metric-removed",
    title: "A funnel or a health score is gone",
    why: "Dashboards and reports that are made from it lose their definition.",
    fix: "Take it out of the dashboards first.",
    severity: "warning",
    audiences: ["analysis"],
    bad: example`
       events:
         cart_filled:
           description: Something was put into the cart.
         order_started:
           description: The checkout was opened.
         order_paid:
           description: Money arrived.
      -funnels:
      -  buying:
      -    description: From the cart to the money.
      -    by: distinct_id
      -    window: 7d
      -    stages:
      -      filled: { event: cart_filled }
      -      paid: { event: order_paid }
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
    measure_removed: ({ at }) => ({
      message: `${sentence(at.name)} is gone: dashboards and reports that are made from it end.`,
      help: "Take it out of the dashboards first.",
    }),
  },
};
