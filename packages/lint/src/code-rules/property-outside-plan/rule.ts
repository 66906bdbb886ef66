import { finding, nearest } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import {
  entriesOf,
  liveSites,
  plannedEvents,
  plannedProperties,
  quoteAll,
  severityAt,
  subjectOf,
} from "../emission.js";

/** Every key that a planned event is sent with is one of its properties. */
export const propertyOutsidePlan: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C105",
    name: "property-outside-plan",
    title: "A property that the plan does not give the event",
    why: "It arrives without a meaning, a type and a privacy decision; TypeScript lets it through from JavaScript files, casts and wider objects.",
    fix: "Take the planned name that the message suggests, or add the property to the event.",
    bad: `
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track.portal.search.performed({ results_found: 3, result_rank: 1 });
    `,
    good: `
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track.portal.search.performed({ results_found: 3, opened_rank: 1, opened_kind: "service" });
    `,
  }),
  check: (analysis, plan) =>
    liveSites(analysis).flatMap((site) => {
      const events = plannedEvents(site, plan);
      if (events.length === 0) return [];
      const known = [
        ...new Set(events.flatMap(({ properties }) => properties.map(({ name }) => name))),
      ];
      return entriesOf(site)
        .filter(({ key }) => !isAllowed(key) && plan.contextField(key) === null)
        .filter(({ key }) => plannedProperties(events, key).length === 0)
        .map(({ key, keySpan }) => {
          const near = nearest(key, known);
          const names = [...new Set(events.map(({ name }) => name))];
          return finding(
            "property-outside-plan",
            keySpan,
            `${quoteAll(names)} has no property "${key}".`,
            {
              severity: severityAt(site),
              help: near === null ? has(known) : `Did you mean "${near}"?`,
              subject: subjectOf(site, key),
            },
          );
        });
    }),
};

/** What starts with $ speaks to PostHog: `$set`, `$groups`. The person's id has a rule of its own. */
function isAllowed(key: string): boolean {
  return key.startsWith("$") || key === "distinct_id" || key === "distinctId";
}

function has(known: readonly string[]): string {
  if (known.length === 0) return "It has none at all.";
  const shown = known.slice(0, 8).join(", ");
  return `It has ${shown}${known.length > 8 ? `, and ${known.length - 8} more` : ""}.`;
}
