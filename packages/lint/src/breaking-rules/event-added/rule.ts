import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { listed } from "../../diff/in-words.js";

/** An event is new, or comes from more places. */
export const eventAdded: BreakingRule = {
  page: breakingPage({
    id: "B110",
    name: "event-added",
    title: "An event is new, or comes from more places",
    why: "Nobody breaks. It is listed so that a reviewer sees what the change adds.",
    fix: "Nothing to do.",
    severity: "info",
    audiences: [],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
      +  order_refunded:
      +    description: Money went back.
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
    `,
  }),
  checks: {
    event_added: ({ at }) => ({ message: `${at.name} is new.`, bump: "minor" }),
    event_products: ({ lost, gained, at }) =>
      lost.length > 0
        ? null
        : {
            message: `${at.name} comes from ${listed(gained)} too.`,
            digest: gained.join(","),
            bump: "minor",
          },
    event: ({ base, head, at }) => {
      const gained = head.runtimes.filter((it) => !base.runtimes.includes(it));
      if (gained.length === 0) return null;
      const message = `${at.name} may be sent from ${listed(gained)} too.`;
      return { message, digest: `runtimes ${gained.join(",")}`, bump: "minor" };
    },
  },
};
