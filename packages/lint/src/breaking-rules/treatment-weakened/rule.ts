import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { protectionOf } from "../../diff/protection.js";

/** Less is done to personal data before it leaves. */
export const treatmentWeakened: BreakingRule = {
  page: breakingPage({
    id: "B313",
    name: "treatment-weakened",
    title: "Less is done to personal data before it leaves",
    why: "Values that were dropped or hashed leave hashed or raw from the next release on, with no line of code changed.",
    fix: "Keep the treatment. A value that must leave raw needs a review: `handling: allow` with `reason:`, `reviewer:` and `until:`, accepted here by its fingerprint.",
    severity: "error",
    audiences: ["source", "privacy"],
    locked: true,
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      contact: { type: string, pii: { class: email, handling: drop }, description: Where to write. }
      +      contact: { type: string, pii: { class: email, handling: hash }, description: Where to write. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          properties:
            contact: { type: string, pii: { class: email, handling: drop }, description: Where to write. }
    `,
  }),
  checks: {
    value: ({ pii: { base, head }, refusesCalls, at }) => {
      if (base === null || head === null) return null;
      if (protectionOf(head.handling) >= protectionOf(base.handling)) return null;
      return {
        message: `${at.name} (${base.class}) was ${done[base.handling]} and ${now[head.handling]} now, with no line of code changed.`,
        help: "Keep the treatment, or have it reviewed and accept this change by its fingerprint.",
        audiences: refusesCalls ? ["source", "privacy"] : ["privacy"],
        digest: `${base.handling} → ${head.handling}`,
      };
    },
  },
};

const done = { drop: "dropped", hash: "hashed", allow: "sent as it is" } as const;
const now = { drop: "is dropped", hash: "leaves hashed", allow: "leaves as it is" } as const;
