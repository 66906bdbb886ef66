import { type Diagnostic, finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { entriesOf, liveSites, plannedEvents } from "../emission.js";

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
  check: (analysis, plan) => {
    const found = new Map<string, Diagnostic<string>>();
    for (const name of plan.names) {
      for (const event of plan.eventsNamed(name)) {
        const sites = liveSites(analysis).filter((site) =>
          plannedEvents(site, plan).includes(event),
        );
        const isSeen = sites.every(
          ({ properties }) => properties === null || properties.isComplete,
        );
        if (sites.length === 0 || !isSeen) continue;
        for (const property of event.properties) {
          const type = plan.typeOf(property);
          if (type.kind !== "enum") continue;
          const values = sites.flatMap((site) =>
            entriesOf(site).filter(({ key }) => key === property.name),
          );
          if (values.length === 0 || values.some(({ value }) => value.literals === null)) continue;
          const sent = new Set(values.flatMap(({ value }) => value.literals ?? []));
          const never = type.members.filter((it) => !sent.has(it.value) && it.deprecated === null);
          if (never.length === 0) continue;
          const subject = `events/${name}/properties/${property.name}`;
          const list = never.map(({ value }) => String(value)).join(", ");
          found.set(
            subject,
            finding(
              "enum-value-never-sent",
              plan.place(property.origin),
              `Nothing sends ${list} as "${property.name}" of "${name}".`,
              {
                severity: "info",
                help: "Send it where it happens, or take it out of the list.",
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
