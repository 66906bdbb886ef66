import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { isPastSunset } from "../../diff/sunset.js";

/** A property was renamed without a way back. */
export const propertyRenamedNoAlias: BreakingRule = {
  page: breakingPage({
    id: "B202",
    name: "property-renamed-no-alias",
    title: "A property was renamed without a way back",
    why: "Calls that pass the old name stop compiling, deployed senders keep it, and breakdowns split in two.",
    fix: "Keep the old property, deprecated and with `replaced_by`, beside the new one.",
    severity: "error",
    audiences: ["source", "wire", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      amount: { type: number, description: How much. }
      +      total: { type: number, description: How much. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      amount: { type: number, description: How much. }
      +      amount: { type: number, description: How much., deprecated: { reason: Renamed., replaced_by: total } }
      +      total: { type: number, description: How much. }
    `,
  }),
  checks: {
    property_renamed: ({ base, head, owner, at }, settings) => {
      const isPassed = base.pii?.handling !== "drop" && base.type.kind !== "const";
      const source = owner.sides.length > 0 && isPassed;
      return {
        message: `${at.name} seems to be called \`${head.name}\` now: ${source ? "calls that pass it stop compiling, " : ""}deployed senders keep the old name, and breakdowns split.`,
        help: `Keep \`${base.name}\` with \`deprecated: { reason: Renamed., replaced_by: ${head.name}, sunset: … }\` beside it.`,
        audiences: source ? ["source", "wire", "analysis"] : ["wire", "analysis"],
        digest: head.name,
        wasAnnounced: isPastSunset(base.deprecated, settings),
      };
    },
  },
};
