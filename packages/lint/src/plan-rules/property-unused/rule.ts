import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P305: a shared property is used somewhere. */
export const propertyUnused: PlanRule = {
  page: {
    id: "P305",
    name: "property-unused",
    family: "plan",
    title: "A shared property that nothing uses",
    why: "It looks as if it were recorded, and is not.",
    fix: "Use it, or take it out; what only other plans use belongs into a plan without events.",
    severity: "warning",
    preset: "strict",
    locked: false,
    bad: yaml`
      properties:
        coupon: { type: string, max_length: 20, description: The code of the coupon. }
      events:
        order_paid:
          description: Money arrived.
    `,
    good: yaml`
      properties:
        coupon: { type: string, max_length: 20, description: The code of the coupon. }
      events:
        order_paid:
          description: Money arrived.
          properties:
            coupon: optional
    `,
  },
  check: ({ plan, mentioned }) => {
    if (plan.events.length === 0) return [];
    const lists = [
      plan.person.traits,
      plan.superProperties,
      ...plan.groups.map(({ traits }) => traits),
      ...plan.propertyGroups.map(({ properties }) => properties),
    ];
    const taken = new Set(lists.flat().flatMap(({ lineage }) => lineage.map(({ name }) => name)));
    return plan.properties
      .filter(({ name, usedBy }) => usedBy.length === 0 && !taken.has(name) && !mentioned.has(name))
      .map((property) => ({
        subject: { path: `properties/${property.name}`, origin: property.origin, event: null },
        message: `Nothing uses "${property.name}".`,
        help: "Use it, or take it out.",
      }));
  },
};
