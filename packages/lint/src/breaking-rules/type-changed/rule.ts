import { type PropertyValue, typeInWords } from "@dd0c/track-codegen";
import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A property has another type. */
export const typeChanged: BreakingRule = {
  page: breakingPage({
    id: "B210",
    name: "type-changed",
    title: "A property has another type",
    why: "Calls stop compiling, deployed senders are refused, and one column holds two types.",
    fix: "Add a property of the new type under a new name, and deprecate this one.",
    severity: "error",
    audiences: ["source", "wire", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      amount: { type: number, description: How much. }
      +      amount: { type: string, description: How much. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      amount: { type: number, description: How much. }
      +      amount: { type: number, description: How much., deprecated: { reason: Sent as text now., replaced_by: amount_text } }
      +      amount_text: { type: string, description: How much. }
    `,
  }),
  checks: {
    value: ({ base, head, differences, at }) =>
      differences.flatMap((it) => {
        if (it.kind !== "changed" && it.kind !== "undecided") return [];
        const words = `${typeInWords(base)} → ${typeInWords(head)}`;
        if (it.kind === "undecided")
          return {
            message: `The JSON Schema of ${at.name} changed: whether old values still fit cannot be decided from the outside.`,
            help: "Compare the two schemas, and accept the change if every old value fits.",
            severity: "warning",
            audiences: audiencesOf(it, "analysis"),
            digest: digestOf(head),
          };
        return {
          message: `${at.name} was ${typeInWords(base)} and is ${typeInWords(head)}: ${it.source ? "calls stop compiling, " : ""}${it.wire ? "deployed senders are refused, " : ""}and one column holds two types.`,
          help: "Add a property of the new type under a new name, and deprecate this one.",
          audiences: audiencesOf(it, "analysis"),
          digest: words,
        };
      }),
  },
};

function digestOf({ type }: PropertyValue): string {
  return JSON.stringify(type);
}
