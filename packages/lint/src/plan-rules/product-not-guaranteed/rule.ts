import type { PlanRule } from "../plan-rule.js";
import { yaml } from "../yaml.js";

/** P402: where there are several products, every event says which one sent it. */
export const productNotGuaranteed: PlanRule = {
  page: {
    id: "P402",
    name: "product-not-guaranteed",
    family: "plan",
    title: "Several products, and events that do not say which",
    why: "Shared events of all products end up in one heap, out of which no funnel by product can be made again.",
    fix: "Add `product: { from: client }` to `context:`; the generated client fills it in.",
    severity: "error",
    preset: "recommended",
    locked: true,
    bad: yaml`
      plan: shop
      products: { web: {}, till: {} }
      events:
        order_paid:
          description: Money arrived.
    `,
    good: yaml`
      plan: shop
      products: { web: {}, till: {} }
      context:
        product: { from: client }
      events:
        order_paid:
          description: Money arrived.
    `,
  },
  check: ({ plan, events }) => {
    const isTold = plan.context.some(
      ({ value, required, runtimes }) =>
        value === "product" && required && runtimes.length === plan.runtimes.length,
    );
    const isNeeded = plan.products.length > 1 && events.some(({ products }) => products.length > 1);
    if (isTold || !isNeeded) return [];
    return [
      {
        subject: { path: "context/product", origin: plan.origin, event: null },
        message: "Products share events, and no field of the context says which product sent one.",
        help: "Add `product: { from: client }` to `context:`.",
      },
    ];
  },
};
