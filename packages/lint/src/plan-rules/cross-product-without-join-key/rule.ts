import type { PlanRule } from "../plan-rule.js";
import { reachedBy } from "../reached-by.js";
import { yaml } from "../yaml.js";

/** P709: every event of a funnel carries what the funnel counts by. */
export const crossProductWithoutJoinKey: PlanRule = {
  page: {
    id: "P709",
    name: "cross-product-without-join-key",
    family: "plan",
    title: "A funnel by a key that some of its events lack",
    why: "Stages are joined by the key. Events without it count for nobody, and the funnel ends there.",
    fix: "Count by a field that all of these events carry, or let the context carry it everywhere.",
    severity: "error",
    preset: "recommended",
    locked: false,
    bad: yaml`
      plan: shop
      runtimes: [browser, node]
      context:
        basket_id: { from: caller, runtimes: [browser] }
      events:
        basket_filled:
          description: The first thing was put into the basket.
          runtimes: [browser]
        order_paid:
          description: Money arrived.
          runtimes: [node]
      funnels:
        checkout:
          description: From the basket to the money.
          by: basket_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid }
    `,
    good: yaml`
      plan: shop
      runtimes: [browser, node]
      context:
        basket_id: { from: caller }
      events:
        basket_filled:
          description: The first thing was put into the basket.
          runtimes: [browser]
        order_paid:
          description: Money arrived.
          runtimes: [node]
      funnels:
        checkout:
          description: From the basket to the money.
          by: basket_id
          window: 7d
          stages:
            basket: { event: basket_filled }
            paid: { event: order_paid }
    `,
  },
  check: ({ plan }) =>
    reachedBy(plan).flatMap(({ subject, stage, funnel, events }) => {
      const key = plan.context.find(({ name }) => name === funnel.by);
      if (key === undefined) return [];
      const isDropped = key.pii?.handling === "drop";
      const lacking = events.find(({ runtimes }) => {
        return isDropped || !runtimes.some((runtime) => key.runtimes.includes(runtime));
      });
      if (lacking === undefined) return [];
      return [
        {
          subject,
          message: `"${funnel.name}" counts by "${key.name}", which "${lacking.name}" in its stage "${stage.name}" does not carry.`,
          help: "Count by a field that all of its events carry.",
          related: [{ message: `"${key.name}" is here`, origin: key.origin }],
        },
      ];
    }),
};
