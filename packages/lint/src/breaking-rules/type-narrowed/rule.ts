import { typeInWords } from "@dd0c/track-codegen";
import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A property takes fewer values. */
export const typeNarrowed: BreakingRule = {
  page: breakingPage({
    id: "B208",
    name: "type-narrowed",
    title: "A property takes fewer values",
    why: "What was a legal value is none any more: calls that pass it stop compiling, or deployed senders are refused.",
    fix: "Add a property of the narrow type beside it, and deprecate this one.",
    severity: "error",
    audiences: ["source", "wire"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      amount: { type: number, description: How much. }
      +      amount: { type: integer, description: How much. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      amount: { type: integer, description: How much. }
      +      amount: { type: number, description: How much. }
    `,
  }),
  checks: {
    value: ({ base, head, differences, at }) =>
      differences.flatMap((it) =>
        it.kind === "narrowed"
          ? {
              message: `${at.name} was ${typeInWords(base)} and is ${typeInWords(head)}: ${it.source ? "calls that pass what was legal before stop compiling" : "what deployed senders may send is refused"}.`,
              help: "Add a property of the new type beside it, and deprecate this one.",
              audiences: audiencesOf(it),
              digest: `${typeInWords(base)} → ${typeInWords(head)}`,
            }
          : [],
      ),
  },
};
