import { type Event, finding, type Property } from "@dd0c/track-codegen";
import type { Site } from "../../code/site.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import {
  entriesOf,
  liveSites,
  plannedEvents,
  quoteAll,
  severityAt,
  subjectOf,
} from "../emission.js";
import type { PlanIndex } from "../plan-index.js";

/** A planned event is sent with everything that the plan requires of it. */
export const missingRequiredProperty: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C107",
    name: "missing-required-property",
    title: "An event without a property that it must have",
    why: "Every chart that breaks down by it loses these events, and nobody sees them go.",
    fix: "Pass the property. If it cannot always be known, the plan must say so: `required: optional`.",
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track.feature.digest.used({});
    `,
    good: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track.feature.digest.used({ surface: "web" });
    `,
  }),
  check: (analysis, plan) =>
    liveSites(analysis).flatMap((site) => {
      if (site.properties !== null && !site.properties.isComplete) return [];
      const events = plannedEvents(site, plan);
      const passed = new Set(
        entriesOf(site)
          .filter((it) => !it.isConditional)
          .map(({ key }) => key),
      );
      const missing = requiredOfAll(events, site, plan).filter((name) => !passed.has(name));
      return missing.map((name) => {
        const isConditional = entriesOf(site).some(({ key }) => key === name);
        const names = [...new Set(events.map((event) => event.name))];
        return finding(
          "missing-required-property",
          site.properties?.span ?? site.callee,
          `${quoteAll(names)} is sent ${isConditional ? "sometimes " : ""}without "${name}", which it must always have.`,
          {
            severity: severityAt(site),
            help: "Pass it, or let the plan say that it is optional.",
            subject: subjectOf(site, name),
          },
        );
      });
    }),
};

/** Names that every event which the site may send requires, given what the site passes. */
function requiredOfAll(events: readonly Event[], site: Site, plan: PlanIndex): readonly string[] {
  const [first, ...others] = events;
  if (first === undefined) return [];
  const required = (event: Event): readonly string[] =>
    event.properties.filter((it) => isRequired(it, site, plan)).map(({ name }) => name);
  return required(first).filter((name) => others.every((event) => required(event).includes(name)));
}

function isRequired(property: Property, site: Site, plan: PlanIndex): boolean {
  // The client fills constants in by itself.
  if (plan.typeOf(property).kind === "const") return false;
  if (property.when === null) return property.required;
  return property.when.every((condition) => {
    const entry = entriesOf(site).find(({ key }) => key === condition.property);
    if (condition.kind === "presence") {
      return condition.present ? entry !== undefined && !entry.isConditional : entry === undefined;
    }
    const values = entry?.isConditional === false ? entry.value.literals : null;
    const wanted: readonly unknown[] = condition.values;
    return values !== null && values.length > 0 && values.every((value) => wanted.includes(value));
  });
}
