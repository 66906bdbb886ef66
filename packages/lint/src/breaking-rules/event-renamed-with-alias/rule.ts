import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** An event has a successor. */
export const eventRenamedWithAlias: BreakingRule = {
  page: breakingPage({
    id: "B104",
    name: "event-renamed-with-alias",
    title: "An event has a successor",
    why: "Code goes on compiling while senders move, but from the first of them on, a query on one name sees only a part.",
    fix: "Let queries and funnels take both names until the old one is gone.",
    severity: "warning",
    audiences: ["analysis"],
    bad: example`
       events:
         order_payed:
           description: Money arrived.
      +    deprecated: { reason: Misspelt., replaced_by: order_paid }
         order_paid:
           description: Money arrived.
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
    `,
  }),
  checks: {
    event: ({ base, head, at }) => {
      const heir = head.deprecated?.replacedBy ?? null;
      if (base.deprecated !== null || heir === null) return null;
      return {
        message: `${at.name} is replaced by \`${heir}\`: until all senders have moved, each of the two names is only a part.`,
        help: "Let queries take both names.",
        digest: heir,
      };
    },
  },
};
