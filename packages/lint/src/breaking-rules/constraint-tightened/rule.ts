import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A bound refuses what was allowed. */
export const constraintTightened: BreakingRule = {
  page: breakingPage({
    id: "B214",
    name: "constraint-tightened",
    title: "A bound refuses what was allowed",
    why: "Code compiles as before, but what deployed senders send may be refused.",
    fix: "Look at what arrived so far; tighten once nothing is beyond the new bound.",
    severity: "error",
    audiences: ["wire"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      coupon: { type: string, max_length: 20, description: The code. }
      +      coupon: { type: string, max_length: 10, description: The code. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      coupon: { type: string, max_length: 10, description: The code. }
      +      coupon: { type: string, max_length: 20, description: The code. }
    `,
  }),
  checks: {
    value: ({ differences, at }) =>
      differences.flatMap((it) => {
        if (it.kind !== "bound" || it.direction === "loosened") return [];
        const change = `\`${it.name}\` was ${it.base ?? "open"} and is ${it.head ?? "open"}`;
        const isSure = it.direction === "tightened";
        return {
          message: isSure
            ? `${at.name} takes less: ${change}. What deployed senders send may be refused.`
            : `${at.name} takes other texts: ${change}. Which of the two takes more cannot be decided.`,
          help: "Look at what arrived so far; go on once nothing is refused.",
          ...(isSure ? {} : { severity: "warning" as const }),
          digest: `${it.name} ${it.base} → ${it.head}`,
        };
      }),
  },
};
