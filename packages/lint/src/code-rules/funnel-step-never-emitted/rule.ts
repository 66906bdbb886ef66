import { finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { quoteAll } from "../emission.js";
import { presenceOf } from "../presence.js";

/** Every stage of a funnel can be reached. */
export const funnelStepNeverEmitted: CodeRule = {
  scope: "project",
  page: codePage({
    id: "C402",
    name: "funnel-step-never-emitted",
    title: "A funnel's stage that nothing reaches",
    why: "The funnel shows that everybody leaves there, and somebody will act on it.",
    fix: "Send the event, or take the stage out of the funnel.",
    bad: `
      // plan.yaml
      // events:
      //   cart_opened:
      //     description: Somebody opened the cart.
      //   order_paid:
      //     description: Money arrived.
      // funnels:
      //   purchase:
      //     description: From the cart to the money.
      //     by: distinct_id
      //     window: 7d
      //     stages:
      //       cart: { event: cart_opened }
      //       paid: { event: order_paid }
      import posthog from "posthog-js";

      posthog.capture("cart_opened");
    `,
    good: `
      // plan.yaml
      // events:
      //   cart_opened:
      //     description: Somebody opened the cart.
      //   order_paid:
      //     description: Money arrived.
      // funnels:
      //   purchase:
      //     description: From the cart to the money.
      //     by: distinct_id
      //     window: 7d
      //     stages:
      //       cart: { event: cart_opened }
      //       paid: { event: order_paid }
      import posthog from "posthog-js";

      posthog.capture("cart_opened");
      posthog.capture("order_paid");
    `,
  }),
  check: (analysis, plan, settings) => {
    const presence = presenceOf(analysis, plan, settings);
    const expected = new Set(presence.expected.map(({ name }) => name));
    const isDead = (name: string): boolean => {
      const state = presence.stateOf(name);
      return expected.has(name) && (state === "absent" || state === "only-in-tests");
    };
    return plan.plans.flatMap(({ funnels }) =>
      funnels.flatMap((funnel) =>
        funnel.stages
          .filter(({ optional, events }) => !optional && events.length > 0 && events.every(isDead))
          .map((stage) =>
            finding(
              "funnel-step-never-emitted",
              plan.place(stage.origin),
              `Nothing reaches the stage "${stage.name}" of "${funnel.name}"${funnel.product === null ? "" : ` of ${funnel.product}`}.`,
              {
                help: `No code sends ${quoteAll(stage.events)}.`,
                subject: ["funnels", funnel.name, funnel.product ?? "", stage.name]
                  .filter(Boolean)
                  .join("/"),
              },
            ),
          ),
      ),
    );
  },
};
