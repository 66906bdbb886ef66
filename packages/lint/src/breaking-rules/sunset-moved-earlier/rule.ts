import type { Deprecation } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage, type Notice } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** An announced end was moved forward. */
export const sunsetMovedEarlier: BreakingRule = {
  page: breakingPage({
    id: "B113",
    name: "sunset-moved-earlier",
    title: "An announced end was moved forward",
    why: "People planned their move by the day that was announced.",
    fix: "Keep the day, or move it back only with those who still send it.",
    severity: "error",
    audiences: ["source"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
      -    deprecated: { reason: The bank counts payments., sunset: 2027-12-31 }
      +    deprecated: { reason: The bank counts payments., sunset: 2027-06-30 }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
      -    deprecated: { reason: The bank counts payments., sunset: 2027-06-30 }
      +    deprecated: { reason: The bank counts payments., sunset: 2027-12-31 }
    `,
  }),
  checks: {
    event: ({ base, head, at }) => moved(base.deprecated, head.deprecated, at.name),
    property: ({ base, head, at }) => moved(base.deprecated, head.deprecated, at.name),
  },
};

function moved(base: Deprecation | null, head: Deprecation | null, name: string): Notice | null {
  const before = base?.sunset ?? null;
  const after = head?.sunset ?? null;
  if (before === null || after === null || after >= before) return null;
  return {
    message: `The end of ${name} was announced for ${before} and is ${after} now.`,
    help: `Keep ${before}.`,
    digest: after,
  };
}
