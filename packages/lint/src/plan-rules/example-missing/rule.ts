import type { PropertyType } from "@dd0c/track-codegen";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

const needsNone: ReadonlySet<PropertyType["kind"]> = new Set([
  "boolean",
  "enum",
  "const",
  "date",
  "timestamp",
]);

/** P221: a property shows a value as it might arrive. */
export const exampleMissing: PlanRule = {
  page: {
    id: "P221",
    name: "example-missing",
    family: "plan",
    title: "A property without an example",
    why: "One value says more than two sentences: whether the id has a prefix, whether a share is 0.2 or 20. Docs and the live check show it, too.",
    fix: "Add `examples:` with a made-up value.",
    severity: "warning",
    preset: "strict",
    locked: false,
    bad: yaml`
      properties:
        coupon: { type: string, max_length: 20, description: The code of the coupon. }
    `,
    good: yaml`
      properties:
        coupon: { type: string, max_length: 20, description: The code of the coupon., examples: [MAY10] }
    `,
  },
  check: ({ properties }) =>
    properties.flatMap((subject) => {
      const { property, place } = subject;
      if (place === "inner" || place === "context" || property.examples.length > 0) return [];
      if (needsNone.has(property.type.kind) || property.pii?.handling === "drop") return [];
      return [
        {
          subject,
          message: `"${property.name}" shows no value.`,
          help: "Add `examples: [ … ]`, made up.",
        },
      ];
    }),
};
