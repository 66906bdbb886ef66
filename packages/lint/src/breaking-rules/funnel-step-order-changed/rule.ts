import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A funnel's steps have another order. */
export const funnelStepOrderChanged: BreakingRule = {
  page: breakingPage({
    id: "B402",
    name: "funnel-step-order-changed",
    title: "A funnel's steps have another order",
    why: "An ordered funnel counts other people when its steps change places.",
    fix: "Give the new order a funnel of its own.",
    severity: "error",
    audiences: ["analysis"],
    bad: example`
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
      -      started: { event: order_started }
             paid: { event: order_paid }
      +      started: { event: order_started }
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
            started: { event: order_started }
            paid: { event: order_paid }
    `,
  }),
  checks: {
    funnel: ({ base, head, at }) => {
      const names = (stages: readonly { readonly name: string }[]): readonly string[] =>
        stages.map(({ name }) => name);
      const before = names(base.stages).filter((it) => names(head.stages).includes(it));
      const after = names(head.stages).filter((it) => names(base.stages).includes(it));
      if (before.every((name, index) => name === after[index])) return null;
      return {
        message: `${at.name} had its steps in the order ${before.join(", ")} and has them as ${after.join(", ")}: it counts other people.`,
        help: "Give the new order a funnel of its own.",
        digest: after.join(","),
      };
    },
  },
};
