import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P208: a list has an end. */
export const unboundedArray: PlanRule = {
  page: {
    id: "P208",
    name: "unbounded-array",
    family: "plan",
    title: "A list without an end",
    why: "The customer with 40,000 of them exists, and their events are too large to send.",
    fix: "Say `max_items`, or send the count.",
    severity: "warning",
    preset: "strict",
    locked: false,
    bad: yaml`
      properties:
        sizes: { type: array, items: { type: integer }, description: The sizes in the basket. }
    `,
    good: yaml`
      properties:
        sizes: { type: array, max_items: 100, items: { type: integer }, description: The sizes in the basket. }
    `,
  },
  check: ({ ofKinds }) =>
    ofKinds("array").flatMap((subject) => {
      const { name, type } = subject.property;
      if (type.kind !== "array" || type.maxItems !== null) return [];
      const isClosed = type.unique && type.items.type.kind === "enum" && !type.items.type.open;
      if (isClosed) return [];
      return [
        { subject, message: `"${name}" may hold any number of items.`, help: "Say `max_items`." },
      ];
    }),
};
