import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** An enum has a new value. */
export const enumValueAdded: BreakingRule = {
  page: breakingPage({
    id: "B218",
    name: "enum-value-added",
    title: "An enum has a new value",
    why: "Dashboards with a fixed list of values, and code that handles each of a closed enum, do not know it.",
    fix: "Add it to the insights that list the values.",
    severity: "warning",
    audiences: ["analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      plan: { type: enum, values: [free, team], description: What they pay for. }
      +      plan: { type: enum, values: [free, team, business], description: What they pay for. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      plan: { type: enum, values: [free, team], open: true, description: What they pay for. }
      +      plan: { type: enum, values: [free, team, business], open: true, description: What they pay for. }
    `,
  }),
  checks: {
    value: ({ differences, at }) =>
      differences.flatMap((it) =>
        it.kind === "member_added"
          ? {
              message: `${at.name} has the value \`${it.value}\` now${it.open ? "." : ": what lists or handles each of its values does not know it."}`,
              ...(it.open
                ? { severity: "info" as const }
                : { help: "Add it to the insights that list the values." }),
              digest: String(it.value),
              bump: "minor",
            }
          : [],
      ),
  },
};
