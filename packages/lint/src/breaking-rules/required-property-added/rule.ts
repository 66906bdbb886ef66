import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";
import { isAskedFor } from "../../diff/is-asked-for.js";
import { bindsNewCalls } from "../../diff/requirement.js";

/** A new property is required. */
export const requiredPropertyAdded: BreakingRule = {
  page: breakingPage({
    id: "B203",
    name: "required-property-added",
    title: "A new property is required",
    why: "Every call without it fails to compile, and what deployed senders send is refused.",
    fix: "Add it as `optional`, and make it `always` once every sender has it.",
    severity: "error",
    audiences: ["source", "wire"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
             amount: { type: number, description: How much. }
      +      currency: { type: string, required: always, description: The money's name. }
    `,
    good: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
             amount: { type: number, description: How much. }
      +      currency: { type: string, required: optional, description: The money's name. }
    `,
  }),
  checks: {
    property_added: ({ head, siblings, at }) => {
      if (!isAskedFor(head)) return null;
      const source = bindsNewCalls(head, siblings);
      const when = head.when === null ? "" : " under a condition";
      const calls = source ? "calls without it stop compiling, and " : "";
      return {
        message: `${at.name} is new and required${when}: ${calls}what deployed senders send lacks it.`,
        help: "Add it as `optional` first, and require it once every sender has it.",
        audiences: audiencesOf({ source, wire: true }),
      };
    },
  },
};
