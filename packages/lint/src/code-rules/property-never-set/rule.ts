import { finding, type Property } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { entriesOf, sitesByEvent } from "../emission.js";
import type { PlanIndex } from "../plan-index.js";

/** An optional property is set by somebody. */
export const propertyNeverSet: CodeRule = {
  scope: "project",
  page: codePage({
    id: "C405",
    name: "property-never-set",
    title: "An optional property that nothing sets",
    why: "A breakdown by it shows one bar called nothing, and everybody thinks that the others are just rare.",
    fix: "Set it where it is known, or take it out of the event.",
    severity: "warning",
    bad: `
      // plan.yaml
      // events:
      //   order_paid:
      //     description: Money arrived.
      //     properties:
      //       coupon: { type: string, description: The coupon used. }
      import posthog from "posthog-js";

      posthog.capture("order_paid", {});
    `,
    good: `
      // plan.yaml
      // events:
      //   order_paid:
      //     description: Money arrived.
      //     properties:
      //       coupon: { type: string, description: The coupon used. }
      import posthog from "posthog-js";

      export const paid = (order: { coupon: string }) => posthog.capture("order_paid", { coupon: order.coupon });
    `,
  }),
  check: (analysis, plan) =>
    [...sitesByEvent(analysis, plan)].flatMap(([event, sites]) => {
      // One site that cannot be seen into may set everything.
      const isSeen = sites.every(({ properties }) => properties?.isComplete ?? true);
      if (!isSeen || event.deprecated !== null) return [];
      const set = new Set(sites.flatMap((site) => entriesOf(site).map(({ key }) => key)));
      return event.properties
        .filter((it) => isOptional(it, plan) && !set.has(it.name))
        .map((it) =>
          finding(
            "property-never-set",
            plan.place(it.origin),
            `Nothing sets "${it.name}" of "${event.name}".`,
            {
              severity: "warning",
              help: `${sites.length === 1 ? "The one call passes" : `All ${sites.length} calls pass`} other properties only.`,
              subject: `events/${event.name}/properties/${it.name}`,
            },
          ),
        );
    }),
};

/** Whether somebody may set it and nobody must; what the client fills in, or what goes away, is neither. */
function isOptional(property: Property, plan: PlanIndex): boolean {
  const isConstant = plan.typeOf(property).kind === "const";
  return !property.required && !isConstant && property.deprecated === null;
}
