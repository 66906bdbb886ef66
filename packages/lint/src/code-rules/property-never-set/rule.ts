import { type Diagnostic, finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { entriesOf, liveSites, plannedEvents } from "../emission.js";

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
  check: (analysis, plan) => {
    const found = new Map<string, Diagnostic<string>>();
    for (const name of plan.names) {
      for (const event of plan.eventsNamed(name)) {
        const sites = liveSites(analysis).filter((site) =>
          plannedEvents(site, plan).includes(event),
        );
        // One site that cannot be seen into may set everything.
        const isSeen = sites.every(
          ({ properties }) => properties === null || properties.isComplete,
        );
        if (sites.length === 0 || !isSeen || event.deprecated !== null) continue;
        const set = new Set(sites.flatMap((site) => entriesOf(site).map(({ key }) => key)));
        for (const property of event.properties) {
          const isConstant = plan.typeOf(property).kind === "const";
          if (property.required || isConstant || set.has(property.name)) continue;
          if (property.deprecated !== null) continue;
          const subject = `events/${name}/properties/${property.name}`;
          found.set(
            subject,
            finding(
              "property-never-set",
              plan.place(property.origin),
              `Nothing sets "${property.name}" of "${name}".`,
              {
                severity: "warning",
                help: `${sites.length === 1 ? "The one call passes" : `All ${sites.length} calls pass`} other properties only.`,
                subject,
              },
            ),
          );
        }
      }
    }
    return [...found.values()];
  },
};
