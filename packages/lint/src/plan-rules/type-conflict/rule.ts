import type { PropertyType, ResolvedPlan } from "@dd0c/track-codegen";
import type { PropertySite } from "../../plan/plan-view.js";
import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P202: a property of one name is one column, whichever event it comes with. */
export const typeConflict: PlanRule = {
  page: {
    id: "P202",
    name: "type-conflict",
    family: "plan",
    title: "One property name with two types or two units",
    why: "PostHog and every warehouse keep one column for a name. Text among numbers breaks sums, and seconds among milliseconds make them wrong without a word.",
    fix: "Define the property once under `properties:` and use it by name, or rename one of the two.",
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        order_paid:
          description: Money arrived.
          properties:
            quantity: { type: integer, description: How many items. }
        order_refunded:
          description: Money went back.
          properties:
            quantity: { type: string, description: How many items. }
    `,
    good: yaml`
      events:
        order_paid:
          description: Money arrived.
          properties:
            quantity: { type: integer, description: How many items. }
        order_refunded:
          description: Money went back.
          properties:
            quantity: { type: integer, description: How many items. }
    `,
  },
  check: ({ plan, properties }) => {
    const first = new Map<string, { readonly site: PropertySite; readonly column: string }>();
    return properties.flatMap((subject) => {
      if (subject.place !== "event" && subject.place !== "shared" && subject.place !== "group")
        return [];
      const { name, type } = subject.property;
      const column = columnOf(type, plan);
      if (column === null) return [];
      const other = first.get(name);
      if (other === undefined) first.set(name, { site: subject, column });
      if (other === undefined || other.column === column) return [];
      return [
        {
          subject,
          message: `"${name}" is ${column} here and ${other.column} elsewhere.`,
          help: "Define it once under `properties:`, or rename one of the two.",
          related: [{ message: `"${name}" is ${other.column} here`, origin: other.site.origin }],
        },
      ];
    });
  },
};

/** What a column of the type holds, in words; null where it may hold several things. */
function columnOf(type: PropertyType, plan: ResolvedPlan): string | null {
  switch (type.kind) {
    case "string":
      return "text";
    case "integer":
    case "number":
      return "a number";
    case "duration":
      return `a duration in ${type.unit}`;
    case "money":
      return `${type.currency} in ${type.unit} units`;
    case "timestamp":
    case "date":
      return `a ${type.kind}`;
    case "boolean":
      return "true or false";
    case "enum":
      return scalarOf(type.members.map(({ value }) => value));
    case "const":
      return scalarOf([type.value]);
    case "array":
      return "a list";
    case "object":
    case "map":
      return "an object";
    case "named": {
      const definition = plan.types.find(({ name }) => name === type.name);
      return definition === undefined ? null : columnOf(definition.type, plan);
    }
    default:
      return null;
  }
}

function scalarOf(values: readonly unknown[]): string | null {
  const [kind, ...others] = new Set(values.map((value) => typeof value));
  if (others.length > 0) return null;
  return kind === "string" ? "text" : kind === "number" ? "a number" : "true or false";
}
