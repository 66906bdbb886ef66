import { type BreakingRule, breakingPage, type Notice } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { listed } from "../../diff/in-words.js";

/** A funnel has other steps. */
export const funnelStepChanged: BreakingRule = {
  page: breakingPage({
    id: "B401",
    name: "funnel-step-changed",
    title: "A funnel has other steps",
    why: "Its conversion before and after the change are two different numbers under one name.",
    fix: "Give the new funnel a name of its own and keep the old one until nobody reads it.",
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
      +  buying_short:
      +    description: From the cart to the money, in two steps.
      +    by: distinct_id
      +    window: 7d
      +    stages:
      +      filled: { event: cart_filled }
      +      paid: { event: order_paid }
    `,
  }),
  checks: {
    stage: ({ base, head, at }) => {
      if (base === null) return said(`${at.name} is new`, "added");
      if (head === null) return said(`${at.name} is gone`, "removed");
      const lost = base.events.filter((it) => !head.events.includes(it));
      const gained = head.events.filter((it) => !base.events.includes(it));
      if (lost.length + gained.length === 0 || (base.activation && head.activation)) return null;
      return said(
        `${at.name} was reached by ${listed(base.events)} and is reached by ${listed(head.events)}`,
        `${lost.join(",")} → ${gained.join(",")}`,
      );
    },
  },
};

function said(what: string, digest: string): Notice {
  return {
    message: `${what}: the conversion before and after cannot be compared.`,
    help: "Give the new funnel a name of its own, and keep the old one until nobody reads it.",
    digest,
  };
}
