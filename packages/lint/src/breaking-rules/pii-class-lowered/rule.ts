import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { protectionOf as rank } from "../../diff/protection.js";

/** Personal data counts as a less sensitive class. */
export const piiClassLowered: BreakingRule = {
  page: breakingPage({
    id: "B312",
    name: "pii-class-lowered",
    title: "Personal data counts as a less sensitive class",
    why: "Whoever handles data by its class treats it with less care from now on: exports, deletion, access.",
    fix: "Keep the class; if the value is another one, give it a name of its own.",
    severity: "error",
    audiences: ["source", "privacy"],
    locked: true,
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      contact: { type: string, pii: { class: person_name, handling: drop }, description: Whom to ask for. }
      +      contact: { type: string, pii: { class: handle, handling: drop }, description: Whom to ask for. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      contact: { type: string, pii: { class: handle, handling: drop }, description: Whom to ask for. }
      +      contact: { type: string, pii: { class: handle, handling: drop }, description: The name on the badge. }
    `,
  }),
  checks: {
    value: ({ pii: { base, head }, usual, refusesCalls, at }) => {
      if (base === null || head === null || base.class === head.class) return null;
      const isLower = rank(usual.head) < rank(usual.base);
      const isHashed = base.handling === "hash" && head.handling === "hash";
      if (!isLower && isHashed) return null;
      const source = refusesCalls && base.handling === head.handling && !isHashed;
      return {
        message: isLower
          ? `${at.name} counted as ${base.class} and counts as ${head.class} now, which is handled with less care.`
          : `${at.name} counted as ${base.class} and counts as ${head.class} now.`,
        help: "Keep the class, or give another value a name of its own.",
        ...(isLower || source ? {} : { severity: "warning" as const }),
        audiences: source ? ["source", "privacy"] : ["privacy"],
        digest: `${base.class} → ${head.class}`,
      };
    },
  },
};
