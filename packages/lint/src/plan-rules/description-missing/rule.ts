import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P603: a property says what its value means. */
export const descriptionMissing: PlanRule = {
  page: {
    id: "P603",
    name: "description-missing",
    family: "plan",
    title: "A property without a description",
    why: "Is `seats` what they pay for, or what they use? The description is what editors show where the value is filled in.",
    fix: "Add `description:`, in a sentence.",
    severity: "error",
    preset: "strict",
    locked: false,
    bad: yaml`
      properties:
        seats: { type: integer }
    `,
    good: yaml`
      properties:
        seats: { type: integer, description: How many seats the customer pays for. }
    `,
  },
  check: ({ properties }) =>
    properties
      .filter(({ property }) => property.description === null)
      .map((subject) => ({
        subject,
        message: `"${subject.property.name}" does not say what it means.`,
        help: "Add `description:`.",
      })),
};
