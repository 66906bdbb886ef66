import type { PlanRule } from "../plan-rule.js";
import { reachedBy } from "../reached-by.js";
import { yaml } from "../yaml.js";

/** P704: a funnel filters by what is always there. */
export const stepFilterOnOptionalProperty: PlanRule = {
  page: {
    id: "P704",
    name: "step-filter-on-optional-property",
    family: "plan",
    title: "A funnel's filter on a property that may be absent",
    why: "Events without the property fall out of the stage, and the funnel leaks where nobody left.",
    fix: "Make the property `required: always` in the events of the stage, or filter by another one.",
    severity: "warning",
    preset: "recommended",
    locked: false,
    bad: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
          properties:
            method: { type: enum, values: [card, invoice] }
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid, where: { method: card } }
    `,
    good: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
          properties:
            method: { type: enum, values: [card, invoice], required: always }
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid, where: { method: card } }
    `,
  },
  check: ({ plan }) =>
    reachedBy(plan).flatMap(({ subject, stage, funnel, events }) =>
      stage.where.flatMap(({ property: name }) => {
        const lax = events.find(({ properties }) =>
          properties.some((property) => property.name === name && !property.required),
        );
        if (lax === undefined) return [];
        return [
          {
            subject,
            message: `The stage "${stage.name}" of "${funnel.name}" filters by "${name}", which "${lax.name}" may lack.`,
            help: "Make it `required: always` there, or filter by another property.",
          },
        ];
      }),
    ),
};
