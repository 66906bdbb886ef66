import { type BreakingRule, breakingPage, type Notice } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { protectionOf } from "../../diff/protection.js";

/** More is done to personal data before it leaves. */
export const treatmentStrengthened: BreakingRule = {
  page: breakingPage({
    id: "B314",
    name: "treatment-strengthened",
    title: "More is done to personal data before it leaves",
    why: "Privacy gains, but joins and filters on the old values stop, and where a client takes no raw value any more, calls stop compiling.",
    fix: "Tell those who join on the value; let calls stop passing it first.",
    severity: "warning",
    audiences: ["source", "analysis"],
    bad: example`
       teams: { ops: }
       events:
         order_paid:
           description: Money arrived.
           runtimes: [node]
           properties:
      -      contact: { type: string, format: email, pii: { class: email, handling: allow, reason: Sent to ourselves., reviewer: ops, until: 2027-12-31 }, description: Where to write. }
      +      contact: { type: string, format: email, pii: { class: email, handling: hash }, description: Where to write. }
             amount: { type: number, description: How much. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          properties:
            contact: { type: string, format: email, pii: { class: email, handling: hash }, description: Where to write. }
    `,
  }),
  checks: {
    value: ({ pii: { base, head }, refusesCalls, at }) => {
      if (head === null || protectionOf(head.handling) <= protectionOf(base?.handling ?? "allow"))
        return base === null && head !== null ? marked(at.name, head.class) : null;
      const was = base === null ? "no personal data" : `handled as \`${base.handling}\``;
      return {
        message: `${at.name} was ${was} and is ${done[head.handling]} now (${head.class}): joins and filters on old values stop${refusesCalls ? ", and calls that pass it stop compiling" : ""}.`,
        help: "Tell those who join on the value.",
        ...(refusesCalls ? { severity: "error" as const } : {}),
        audiences: refusesCalls ? ["source", "analysis"] : ["analysis"],
        digest: `${base?.handling ?? "none"} → ${head.handling}`,
      };
    },
  },
};

const done = { drop: "dropped", hash: "hashed", allow: "sent as it is" } as const;

/** The mark alone, for what leaves as it is on purpose. */
function marked(name: string, piiClass: string): Notice {
  const message = `${name} is marked as personal data now (${piiClass}).`;
  return { message, severity: "info", audiences: [], digest: "marked" };
}
