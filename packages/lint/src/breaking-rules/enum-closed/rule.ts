import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** An open enum is closed, or a closed one open. */
export const enumClosed: BreakingRule = {
  page: breakingPage({
    id: "B221",
    name: "enum-closed",
    title: "An open enum is closed, or a closed one open",
    why: "Closed, it refuses what it let through before; open, code that handles each value meets others.",
    fix: "Close an enum once nothing else arrives; open it together with those who read it.",
    severity: "error",
    audiences: ["source", "wire", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      plan: { type: enum, values: [free, team], open: true, description: What they pay for. }
      +      plan: { type: enum, values: [free, team], description: What they pay for. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          properties:
            plan: { type: enum, values: [free, team], open: true, description: What they pay for. }
    `,
  }),
  checks: {
    value: ({ differences, at }) =>
      differences.flatMap((it) => {
        if (it.kind === "enum_closed")
          return {
            message: `${at.name} takes only its listed values now: ${it.source ? "calls that pass others stop compiling, and " : ""}deployed senders that do are refused.`,
            help: "Close it once nothing else arrives.",
            audiences: audiencesOf(it),
            digest: "closed",
          };
        if (it.kind !== "enum_opened") return [];
        return {
          message: `${at.name} may have values that are not listed now: what handles each of them meets others.`,
          help: "Tell those who read it.",
          severity: "warning",
          audiences: ["wire", "analysis"],
          digest: "opened",
        };
      }),
  },
};
