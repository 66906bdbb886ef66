import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A property became required. */
export const becameRequired: BreakingRule = {
  page: breakingPage({
    id: "B205",
    name: "became-required",
    title: "A property became required",
    why: "Every call without it fails to compile, and what deployed senders send is refused.",
    fix: "Let every sender pass it first; then require it.",
    severity: "error",
    audiences: ["source", "wire"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      amount: { type: number, description: How much. }
      +      amount: { type: number, required: always, description: How much. }
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
    property: ({ base, head, requirement, at }) => {
      if (requirement?.kind !== "required") return null;
      const { source } = requirement;
      const wire = !base.required && head.required && base.type.kind !== "const";
      const calls = source ? "calls without it stop compiling" : "";
      const senders = wire ? "what deployed senders leave out is refused" : "";
      return {
        message: `${at.name} is required now: ${[calls, senders].filter((it) => it !== "").join(", and ")}.`,
        help: "Keep it `optional` until every sender passes it.",
        audiences: audiencesOf({ source, wire }),
      };
    },
  },
};
