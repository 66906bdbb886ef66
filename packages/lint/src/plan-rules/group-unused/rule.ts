import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P304: a property group is included somewhere. */
export const groupUnused: PlanRule = {
  page: {
    id: "P304",
    name: "group-unused",
    family: "plan",
    title: "A property group that nothing includes",
    why: "Somebody will read it, keep it up to date, and wonder where its numbers are.",
    fix: "Include it, or take it out.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      property_groups:
        order:
          description: The order.
          properties:
            order_id: { type: string, description: What was bought. }
      events:
        order_paid:
          description: Money arrived.
    `,
    good: yaml`
      property_groups:
        order:
          description: The order.
          properties:
            order_id: { type: string, description: What was bought. }
      events:
        order_paid:
          description: Money arrived.
          include: [order]
    `,
  },
  check: ({ plan, mentioned }) => {
    // A plan without events is there for others to import.
    if (plan.events.length === 0) return [];
    return plan.propertyGroups
      .filter(({ name, usedBy }) => usedBy.length === 0 && !mentioned.has(name))
      .map(({ name, origin }) => ({
        subject: { path: `property_groups/${name}`, origin, event: null },
        message: `No event includes "${name}".`,
        help: "Include it, or take it out.",
      }));
  },
};
