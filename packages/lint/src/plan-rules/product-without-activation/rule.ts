import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P715: a product says what its aha moment is. */
export const productWithoutActivation: PlanRule = {
  page: {
    id: "P715",
    name: "product-without-activation",
    family: "plan",
    title: "A product without an aha moment",
    why: "Without it nobody can say how many new customers ever saw what the product is for.",
    fix: "Add `activation:` to a file of the product: the event, the event that starts the clock, and the target.",
    severity: "warning",
    preset: "strict",
    locked: false,
    bad: yaml`
      plan: shop
      products: { web: {} }
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
    `,
    good: yaml`
      plan: shop
      products: { web: {} }
      events:
        basket_filled:
          description: The first thing was put into the basket.
        order_paid:
          description: Money arrived.
      activation: { event: order_paid, from: basket_filled, within: 1d }
    `,
  },
  check: ({ plan }) =>
    plan.products
      .filter(({ activation, implicit }) => activation === null && !implicit)
      .map(({ name, origin }) => ({
        subject: { path: `products/${name}`, origin, event: null },
        message: `Product "${name}" says no aha moment.`,
        help: "Add `activation: { event, from, within }` to one of its files.",
      })),
};
