import type { Activation } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A product's activation means something else. */
export const activationDefinitionChanged: BreakingRule = {
  page: breakingPage({
    id: "B405",
    name: "activation-definition-changed",
    title: "A product's activation means something else",
    why: "The share of users who reach the aha moment moves from one day to the next although nobody behaves differently.",
    fix: "Say the day everywhere the number is shown, and keep the old definition as a funnel.",
    severity: "error",
    audiences: ["analysis"],
    bad: example`
      -activation: { event: order_paid, from: cart_filled, within: 7d }
      +activation: { event: order_paid, from: cart_filled, within: 30d }
       events:
         cart_filled:
           description: Something was put into the cart.
         order_paid:
           description: Money arrived.
    `,
    good: example`
      -activation: { event: order_paid, from: cart_filled, within: 7d }
      +activation: { event: order_paid, from: cart_filled, within: 7d, description: The first money. }
       events:
         cart_filled:
           description: Something was put into the cart.
         order_paid:
           description: Money arrived.
    `,
  }),
  checks: {
    activation: ({ base, head, at }) => {
      const before = inWords(base);
      const after = inWords(head);
      if (base === null || before === after) return null;
      return {
        message: `The activation of ${at.name} was ${before} and is ${after}: its rate moves although nobody behaves differently.`,
        help: "Say the day where the number is shown, and keep the old definition as a funnel.",
        within: "activation",
        digest: after,
        ...(head === null ? {} : { head: head.origin }),
      };
    },
  },
};

function inWords(activation: Activation | null): string {
  if (activation === null) return "nothing";
  const { event, from, within } = activation;
  return `\`${event}\` within ${within.seconds % 86_400 === 0 ? `${within.seconds / 86_400}d` : within.text} of \`${from}\``;
}
