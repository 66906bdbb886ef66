import type { PlanRule } from "../plan-rule.js";
import { reachedBy } from "../reached-by.js";
import { yaml } from "../yaml.js";

/** P512: no funnel filters by what is hashed or dropped. */
export const piiInFunnelBreakdown: PlanRule = {
  page: {
    id: "P512",
    name: "pii-in-funnel-breakdown",
    family: "plan",
    title: "A funnel that filters by personal data",
    why: "What is hashed never equals the value in the filter, and what is dropped is not there: the stage stays at zero.",
    fix: "Filter by what the value says: a property of its own such as `is_company_address`.",
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
            buyer_email: { type: string, pii: email, required: always, description: Who pays. }
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid, where: { buyer_email: boss@example.com } }
    `,
    good: yaml`
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
          properties:
            buyer_email: { type: string, pii: email, required: always, description: Who pays. }
            is_staff: { type: boolean, required: always, description: Whether the buyer works here. }
      funnels:
        checkout:
          description: From the basket to the money.
          by: distinct_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid, where: { is_staff: false } }
    `,
  },
  check: ({ plan }) =>
    reachedBy(plan).flatMap(({ subject, stage, funnel, events }) =>
      stage.where.flatMap(({ property: name }) => {
        const hidden = events
          .flatMap(({ properties }) => properties)
          .find(({ name: own, pii }) => own === name && pii !== null && pii.handling !== "allow");
        if (hidden === undefined) return [];
        return [
          {
            subject,
            message: `The stage "${stage.name}" of "${funnel.name}" filters by "${name}", which ${hidden.pii?.handling === "hash" ? "leaves hashed" : "never leaves"}.`,
            help: "Filter by a property that is not personal.",
          },
        ];
      }),
    ),
};
