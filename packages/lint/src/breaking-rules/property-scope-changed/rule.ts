import type { ContextField } from "@dd0c/track-codegen";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { guaranteeOf } from "../../diff/guarantee.js";
import { listed } from "../../diff/in-words.js";

/** A value is given in another place. */
export const propertyScopeChanged: BreakingRule = {
  page: breakingPage({
    id: "B223",
    name: "property-scope-changed",
    title: "A value is given in another place",
    why: "A property that moves between the event, the context and the super-properties is passed somewhere else: calls stop compiling, or the value is missing where it is read.",
    fix: "Give it in both places until the callers have moved.",
    severity: "error",
    audiences: ["source", "analysis"],
    bad: example`
      +context:
      +  region: { from: runtime, required: optional, description: Where data is kept. }
       events:
         order_paid:
           description: Money arrived.
           properties:
             amount: { type: number, description: How much. }
      -      region: { type: string, description: Where data is kept. }
    `,
    good: example`
      context:
        region: { from: runtime, required: optional, description: Where data is kept. }
      events:
        order_paid:
          description: Money arrived.
    `,
  }),
  checks: {
    property_moved: ({ name, from, to, source }) => ({
      message: `\`${name}\` was ${from} and is ${to} now: ${source ? "calls stop compiling, and " : ""}it is read in another place.`,
      help: "Give it in both places until the callers have moved.",
      audiences: source ? ["source", "analysis"] : ["analysis"],
      digest: `${from} → ${to}`,
    }),
    field: ({ base, head, at }) => {
      if (head === null) return null;
      const lost = base.runtimes.filter((it) => !head.runtimes.includes(it));
      const gained = head.runtimes.filter((it) => !base.runtimes.includes(it));
      if (base.from !== head.from) {
        const source = isPassed(base) || (isPassed(head) && head.required);
        return {
          message: `${at.name} came from the ${base.from} and comes from the ${head.from} now${source ? ": code that gave it there stops compiling" : ""}.`,
          help: "Move the code that gives it together with the plan.",
          audiences: source ? ["source", "analysis"] : ["analysis"],
          digest: `${base.from} → ${head.from}`,
        };
      }
      if (lost.length > 0 && guaranteeOf(base) === null)
        return {
          message: `${at.name} is no longer on events from ${listed(lost)}: breakdowns there go empty.`,
          help: "Keep the runtime in the field's `runtimes:`.",
          audiences: isPassed(base) ? ["source", "analysis"] : ["analysis"],
          digest: `lost ${lost.join(",")}`,
        };
      if (gained.length === 0) return null;
      const source = isPassed(head) && head.required;
      return {
        message: `${at.name} is on events from ${listed(gained)} too${source ? ": calls there that do not give it stop compiling" : ""}.`,
        audiences: source ? ["source"] : [],
        ...(source ? {} : { severity: "info" as const, bump: "minor" as const }),
        digest: `gained ${gained.join(",")}`,
      };
    },
  },
};

/** Whether code gives it: each call, or the host when the tracker starts. */
function isPassed({ from }: ContextField): boolean {
  return from === "caller" || from === "runtime";
}
