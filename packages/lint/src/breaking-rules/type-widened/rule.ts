import { typeInWords } from "@dd0c/track-codegen";
import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A property takes more values. */
export const typeWidened: BreakingRule = {
  page: breakingPage({
    id: "B209",
    name: "type-widened",
    title: "A property takes more values",
    why: "Callers are safe, but a column's type and code that reads it may not be.",
    fix: "Tell those who read the column, or add a property of the wider type beside it.",
    severity: "warning",
    audiences: ["wire", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      seen: { type: date, description: When. }
      +      seen: { type: string, description: When. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      count: { type: integer, description: How many. }
      +      count: { type: number, description: How many. }
    `,
  }),
  checks: {
    value: ({ base, head, differences, at }) =>
      differences.flatMap((it) =>
        it.kind === "widened"
          ? {
              message: `${at.name} was ${typeInWords(base)} and is ${typeInWords(head)}: readers of the column meet values that they do not know.${it.source ? " Calls that passed the old type stop compiling." : ""}`,
              help: "Tell those who read the column.",
              audiences: audiencesOf({ source: it.source, wire: true }, "analysis"),
              digest: `${typeInWords(base)} → ${typeInWords(head)}`,
              ...(it.source ? { severity: "error" as const } : {}),
            }
          : [],
      ),
  },
};
