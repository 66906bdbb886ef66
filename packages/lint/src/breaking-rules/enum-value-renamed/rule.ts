import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A value of an enum is spelt in another way. */
export const enumValueRenamed: BreakingRule = {
  page: breakingPage({
    id: "B217",
    name: "enum-value-renamed",
    title: "A value of an enum is spelt in another way",
    why: "Calls that pass the old spelling stop compiling, deployed senders are refused, and the series splits in two.",
    fix: "Keep the old value, deprecated and with `replaced_by`, beside the new one.",
    severity: "error",
    audiences: ["source", "wire", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      outcome: { type: enum, values: [paid, cancelled], description: How it ended. }
      +      outcome: { type: enum, values: [paid, canceled], description: How it ended. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      outcome: { type: enum, values: { paid: , cancelled: }, description: How it ended. }
      +      outcome: { type: enum, values: { paid: , canceled: , cancelled: { deprecated: { reason: Spelt in another way., replaced_by: canceled } } }, description: How it ended. }
    `,
  }),
  checks: {
    value: ({ differences, at }) =>
      differences.flatMap((it) =>
        it.kind === "member_renamed"
          ? {
              message: `\`${it.from}\` of ${at.name} seems to be \`${it.to}\` now: ${it.source ? "calls that pass it stop compiling, " : ""}${it.wire ? "deployed senders are refused, " : ""}and the series splits.`,
              help: `Keep \`${it.from}\` with \`deprecated: { reason: …, replaced_by: ${it.to} }\` beside it.`,
              audiences: audiencesOf(it, "analysis"),
              ...(it.source || it.wire ? {} : { severity: "warning" as const }),
              digest: `${it.from} → ${it.to}`,
            }
          : [],
      ),
  },
};
