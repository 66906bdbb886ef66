import type { Property } from "@dd0c/track-codegen";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P206: text has an end. */
export const unboundedString: PlanRule = {
  page: {
    id: "P206",
    name: "unbounded-string",
    family: "plan",
    title: "Text without an end",
    why: "A stack trace in a property meant for a code makes an event too large to send, and a breakdown by it useless.",
    fix: "Say `max_length`, a `format` or a `pattern`; or make it an enum.",
    severity: "warning",
    preset: "strict",
    locked: false,
    bad: yaml`
      properties:
        coupon: { type: string, description: The code of the coupon. }
    `,
    good: yaml`
      properties:
        coupon: { type: string, max_length: 20, description: The code of the coupon. }
    `,
  },
  check: ({ ofKinds, plan }) => {
    // What the client fills in is one of the words that the plan has.
    const filledIn: readonly Property[] = plan.context.filter(({ from }) => from === "client");
    return ofKinds("string").flatMap((subject) => {
      if (filledIn.includes(subject.property)) return [];
      const { name, type, pii } = subject.property;
      if (type.kind !== "string" || (pii !== null && pii.handling !== "allow")) return [];
      if (type.maxLength !== null || type.format !== null || type.pattern !== null) return [];
      return [
        {
          subject,
          message: `"${name}" may be of any length.`,
          help: "Say `max_length`, a `format` or a `pattern`.",
        },
      ];
    });
  },
};
