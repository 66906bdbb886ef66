import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** Null is no value any more, or is one now. */
export const nullabilityChanged: BreakingRule = {
  page: breakingPage({
    id: "B212",
    name: "nullability-changed",
    title: "Null is no value any more, or is one now",
    why: "Without null, calls that pass it stop compiling and deployed senders are refused; with null, filters and averages lose rows.",
    fix: "Let every sender stop passing null first.",
    severity: "error",
    audiences: ["source", "wire", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      amount: { type: number, nullable: true, description: How much. }
      +      amount: { type: number, description: How much. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          properties:
            amount: { type: number, nullable: true, description: How much. }
    `,
  }),
  checks: {
    value: ({ differences, at }) =>
      differences.flatMap((it) => {
        if (it.kind === "null_removed")
          return {
            message: `Null is no value of ${at.name} any more: ${it.source ? "calls that pass it stop compiling, and " : ""}deployed senders are refused.`,
            help: "Let every sender stop passing null first.",
            audiences: audiencesOf(it),
            digest: "removed",
          };
        if (it.kind !== "null_added") return [];
        return {
          message: `Null is a value of ${at.name} now: filters and averages lose those rows.`,
          help: "Look at the insights that use it, or leave the property out instead of sending null.",
          severity: "warning",
          audiences: ["wire", "analysis"],
          digest: "added",
        };
      }),
  },
};
