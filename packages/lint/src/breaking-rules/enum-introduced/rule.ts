import { typeInWords } from "@dd0c/track-codegen";
import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** Only listed values are left. */
export const enumIntroduced: BreakingRule = {
  page: breakingPage({
    id: "B219",
    name: "enum-introduced",
    title: "Only listed values are left",
    why: "Calls that pass any other text stop compiling, and deployed senders that do are refused.",
    fix: "Make the enum `open: true` first, and close it once nothing else arrives.",
    severity: "error",
    audiences: ["source", "wire"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      plan: { type: string, description: What they pay for. }
      +      plan: { type: enum, values: [free, team], description: What they pay for. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          properties:
            plan: { type: string, description: What they pay for. }
    `,
  }),
  checks: {
    value: ({ base, head, differences, at }) =>
      differences.flatMap((it) =>
        it.kind === "enum_introduced"
          ? {
              message: `${at.name} was ${typeInWords(base)} and takes only ${typeInWords(head)} now: any other value is refused.`,
              help: "Say `open: true` first, and close it once nothing else arrives.",
              audiences: audiencesOf(it),
              digest: `${typeInWords(base)} → ${typeInWords(head)}`,
            }
          : [],
      ),
  },
};
