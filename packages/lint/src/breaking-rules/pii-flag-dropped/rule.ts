import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A property is no longer marked as personal data. */
export const piiFlagDropped: BreakingRule = {
  page: breakingPage({
    id: "B311",
    name: "pii-flag-dropped",
    title: "A property is no longer marked as personal data",
    why: "Raw values start to leave with the next release although no line of code changed, and nothing downstream knows that they are personal.",
    fix: "Leave the mark. If the property really holds no personal data any more, give the new value a name of its own.",
    severity: "error",
    audiences: ["source", "privacy"],
    locked: true,
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      contact: { type: string, pii: email, description: Where to write. }
      +      contact: { type: string, description: Where to write. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      contact: { type: string, pii: email, description: Where to write. }
      +      contact: { type: string, pii: email, description: Where the invoice goes. }
    `,
  }),
  checks: {
    value: ({ pii: { base, head }, refusesCalls, at }) => {
      if (base === null || head !== null) return null;
      const before =
        base.handling === "allow"
          ? "its review is forgotten"
          : `it was ${base.handling === "hash" ? "hashed" : "dropped"} and leaves raw from the next release on, with no line of code changed`;
      return {
        message: `${at.name} is no longer marked as personal data (${base.class}): ${before}.`,
        help: "Leave the mark, or give a value that is not personal a name of its own.",
        audiences: refusesCalls ? ["source", "privacy"] : ["privacy"],
        digest: `${base.class} ${base.handling}`,
      };
    },
  },
};
