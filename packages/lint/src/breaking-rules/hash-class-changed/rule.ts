import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** A value is hashed in another way. */
export const hashClassChanged: BreakingRule = {
  page: breakingPage({
    id: "B315",
    name: "hash-class-changed",
    title: "A value is hashed in another way",
    why: "Hashes are keyed by the class: the same value has another hash from the release on, so no new row matches an old one.",
    fix: "Keep the class. If it was wrong, add a property with the right one and deprecate this one.",
    severity: "error",
    audiences: ["source", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
      -      contact: { type: string, pii: { class: handle, handling: hash }, description: Whom to ask for. }
      +      contact: { type: string, pii: { class: user_id, handling: hash }, description: Whom to ask for. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          properties:
            contact: { type: string, pii: { class: handle, handling: hash }, description: Whom to ask for. }
    `,
  }),
  checks: {
    value: ({ pii: { base, head }, refusesCalls, at }) =>
      base?.handling === "hash" && head?.handling === "hash" && base.class !== head.class
        ? {
            message: `${at.name} was hashed as ${base.class} and is hashed as ${head.class} now: no new hash equals an old one${refusesCalls ? ", and calls in the browser stop compiling" : ""}.`,
            help: "Keep the class, or add a property with the right one beside it.",
            audiences: refusesCalls ? ["source", "analysis"] : ["analysis"],
            digest: `${base.class} → ${head.class}`,
          }
        : null,
  },
};
