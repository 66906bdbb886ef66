import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** An event expires on another day. */
export const expiryChanged: BreakingRule = {
  page: breakingPage({
    id: "B505",
    name: "expiry-changed",
    title: "An event expires on another day",
    why: "Earlier, its data stops before the day that people planned for; later, it is kept longer than was said.",
    fix: "Tell those who read it; have a longer time reviewed.",
    severity: "warning",
    audiences: ["analysis", "privacy"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
      -    expires: 2027-12-31
      +    expires: 2027-06-30
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          expires: 2027-12-31
    `,
  }),
  checks: {
    event: ({ base, head, at }) => {
      const before = dayOf(base.expires);
      const after = dayOf(head.expires);
      if (before === after) return null;
      const isShorter = after < before;
      const words = (day: string): string => (day === never ? "never" : `on ${day}`);
      return {
        message: `${at.name} was to expire ${words(before)} and expires ${words(after)} now: ${isShorter ? "its data stops earlier" : "it is recorded for longer"}.`,
        ...(isShorter ? { help: "Tell those who read it." } : { severity: "info" as const }),
        audiences: isShorter ? ["analysis"] : ["analysis", "privacy"],
        digest: `${before} → ${after}`,
      };
    },
  },
};

/** After every day that a plan can say. */
const never = "never";

function dayOf(expires: string | null): string {
  return expires === null || expires === "never" ? never : expires;
}
