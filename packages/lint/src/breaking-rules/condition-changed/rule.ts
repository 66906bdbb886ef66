import { audiencesOf } from "../../diff/audiences-of.js";
import { type BreakingRule, breakingPage } from "../../diff/breaking-rule.js";
import { example } from "../../diff/example.js";

/** When a property is required changed. */
export const conditionChanged: BreakingRule = {
  page: breakingPage({
    id: "B207",
    name: "condition-changed",
    title: "When a property is required changed",
    why: "Required in more cases, it breaks the calls of those cases as a new required property would; required in fewer, rows lose it without a word.",
    fix: "Tighten a condition only once senders pass the property; loosen it together with the insights that count on it.",
    severity: "error",
    audiences: ["source", "wire", "analysis"],
    bad: example`
       events:
         order_paid:
           description: Money arrived.
           properties:
             outcome: { type: enum, values: [paid, failed, void], required: always, description: How it ended. }
      -      reason: { type: string, required: { when: { outcome: failed } }, description: Why. }
      +      reason: { type: string, required: { when: { outcome: [failed, void] } }, description: Why. }
    `,
    good: example`
      events:
        order_paid:
          description: Money arrived.
          properties:
            outcome: { type: enum, values: [paid, failed, void], required: always, description: How it ended. }
            reason: { type: string, required: { when: { outcome: failed } }, description: Why. }
    `,
  }),
  checks: {
    property: ({ head, requirement, at }) => {
      if (requirement?.kind === "tightened")
        return {
          message: `${at.name} is required in more cases: ${requirement.source ? "calls of those cases stop compiling, and " : ""}deployed senders leave it out there.`,
          help: "Let senders pass it first.",
          audiences: audiencesOf({ source: requirement.source, wire: true }),
          digest: JSON.stringify(head.when),
        };
      if (requirement?.kind !== "loosened") return null;
      const { source } = requirement;
      return {
        message: `${at.name} is required in fewer cases: filters by it lose the rows without it.${source ? " Types can tell those cases apart now, so that calls without it stop compiling." : ""}`,
        help: "Look at the insights that filter or break down by it.",
        ...(source ? {} : { severity: "warning" as const }),
        audiences: audiencesOf({ source, wire: true }, "analysis"),
        digest: JSON.stringify(head.when),
      };
    },
  },
};
