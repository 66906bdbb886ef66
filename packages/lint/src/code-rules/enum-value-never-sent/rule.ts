import { finding, type Property } from "@dd0c/track-codegen";
import type { Site } from "../../code/site.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { entriesOf, sitesByEvent } from "../emission.js";
import type { PlanIndex } from "../plan-index.js";

/** A value of a list is sent by somebody. */
export const enumValueNeverSent: CodeRule = {
  scope: "project",
  page: codePage({
    id: "C406",
    name: "enum-value-never-sent",
    title: "A value of a list that nothing sends",
    why: "It stands in every filter and is never chosen; often it is a case that the code forgot.",
    fix: "Send it where it happens, or take it out of the list.",
    severity: "info",
    preset: "strict",
    bad: `
      // plan.yaml
      // events:
      //   order_paid:
      //     description: Money arrived.
      //     properties:
      //       method: { type: enum, required: always, description: How., values: [card, invoice] }
      import posthog from "posthog-js";

      posthog.capture("order_paid", { method: "card" });
    `,
    good: `
      // plan.yaml
      // events:
      //   order_paid:
      //     description: Money arrived.
      //     properties:
      //       method: { type: enum, required: always, description: How., values: [card, invoice] }
      import posthog from "posthog-js";

      posthog.capture("order_paid", { method: "card" });
      posthog.capture("order_paid", { method: "invoice" });
    `,
  }),
  check: (analysis, plan) =>
    [...sitesByEvent(analysis, plan)].flatMap(([event, sites]) => {
      const isSeen = sites.every(({ properties }) => properties?.isComplete ?? true);
      if (!isSeen) return [];
      return event.properties.flatMap((property) => {
        const never = neverSent(property, sites, plan);
        if (never.length === 0) return [];
        return [
          finding(
            "enum-value-never-sent",
            plan.place(property.origin),
            `Nothing sends ${never.join(", ")} as "${property.name}" of "${event.name}".`,
            {
              severity: "info",
              help: "Send it where it happens, or take it out of the list.",
              subject: `events/${event.name}/properties/${property.name}`,
            },
          ),
        ];
      });
    }),
};

/** Values of a list that no site passes; none where a single site passes what cannot be told. */
function neverSent(property: Property, sites: readonly Site[], plan: PlanIndex): readonly string[] {
  const type = plan.typeOf(property);
  if (type.kind !== "enum") return [];
  const passed = sites.flatMap((site) =>
    entriesOf(site).filter(({ key }) => key === property.name),
  );
  if (passed.length === 0 || passed.some(({ value }) => value.literals === null)) return [];
  const sent = new Set(passed.flatMap(({ value }) => value.literals ?? []));
  const members = type.members.filter((it) => it.deprecated === null && !sent.has(it.value));
  return members.map(({ value }) => String(value));
}
