import { typeInWords } from "@dd0c/track-codegen";
import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A value became a list, or a list a value. */
export const scalarToArray: BreakingRule = {
  page: breakingPage({
    id: "B211",
    name: "scalar-to-array",
    title: "A value became a list, or a list a value",
    why: "Calls stop compiling, and every filter on the property matches nothing.",
    fix: "Add the list under a name of its own, and deprecate this property.",
    severity: "error",
    audiences: ["source", "wire", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      coupon: { type: string, description: The code. }
      +      coupon: { type: array, items: { type: string }, description: The code. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      coupon: { type: string, description: The code. }
      +      coupon: { type: string, description: The code., deprecated: { reason: There may be several., replaced_by: coupons } }
      +      coupons: { type: array, items: { type: string }, description: The codes. }
    `,
  }),
  checks: {
    value: ({ base, head, differences, at }) =>
      differences.flatMap((it) =>
        it.kind === "list"
          ? {
              message: `${at.name} was ${typeInWords(base)} and is ${typeInWords(head)}: ${it.source ? "calls stop compiling, " : ""}${it.wire ? "deployed senders are refused, " : ""}and filters on it match nothing.`,
              help: "Give the new form a name of its own, and deprecate this one.",
              audiences: audiencesOf(it, "analysis"),
              digest: `${typeInWords(base)} → ${typeInWords(head)}`,
            }
          : [],
      ),
  },
};
