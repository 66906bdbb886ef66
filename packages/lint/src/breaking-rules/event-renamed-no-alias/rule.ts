import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** An event was renamed without a way back. */
export const eventRenamedNoAlias: BreakingRule = {
  page: breakingPage({
    id: "B103",
    name: "event-renamed-no-alias",
    title: "An event was renamed without a way back",
    why: "What looks like a rename is a removal and a new event: calls stop compiling, deployed senders keep the old name, and history splits into two series.",
    fix: "Keep the old name beside the new one, deprecated and with `replaced_by`, until the senders have moved.",
    severity: "error",
    audiences: ["source", "wire", "analysis"],
    bad: example`
       events:
      -  order_payed:
      +  order_paid:
           description: Money arrived.
           properties:
             amount: { type: number, description: How much. }
    `,
    good: example`
       events:
         order_payed:
           description: Money arrived.
      +    deprecated: { reason: Misspelt., replaced_by: order_paid }
           properties:
             amount: { type: number, description: How much. }
      +  order_paid:
      +    description: Money arrived.
      +    properties:
      +      amount: { type: number, description: How much. }
    `,
  }),
  checks: {
    event_renamed: ({ base, head, at }) => ({
      message: `${at.name} seems to be called \`${head.name}\` now: its calls stop compiling, deployed senders keep the old name, and history splits.`,
      help: `Keep \`${base.name}\` with \`deprecated: { reason: Renamed., replaced_by: ${head.name}, sunset: … }\` beside it.`,
      digest: head.name,
    }),
  },
};
