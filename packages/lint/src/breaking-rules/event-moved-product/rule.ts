import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { listed } from "../../diff/in-words.js";

/** A product no longer sends an event. */
export const eventMovedProduct: BreakingRule = {
  page: breakingPage({
    id: "B107",
    name: "event-moved-product",
    title: "A product no longer sends an event",
    why: "The method is gone from the product's client, and the event's numbers for that product end.",
    fix: "Let both products have the event until the senders have moved.",
    severity: "error",
    audiences: ["source", "analysis"],
    bad: example`
       products: { shop: {}, desk: {} }
       events:
         order_paid:
           description: Money arrived.
      -    products: [shop]
      +    products: [desk]
    `,
    good: example`
       products: { shop: {}, desk: {} }
       events:
         order_paid:
           description: Money arrived.
      -    products: [shop]
      +    products: [shop, desk]
    `,
  }),
  checks: {
    event_products: ({ lost, gained, at }) => {
      if (lost.length === 0) return null;
      const now = gained.length === 0 ? "" : ` It comes from ${listed(gained)} now.`;
      return {
        message: `${at.name} is gone from ${listed(lost)}: the method vanishes from that client.${now}`,
        help: "Keep the product in `products:` until its senders have moved.",
        digest: `${lost.join(",")} ${gained.join(",")}`,
      };
    },
  },
};
