import { finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { entriesOf, liveSites, plannedEvents, plannedProperties, subjectOf } from "../emission.js";
import { typedByPerson } from "../value-meaning.js";

/** What a person typed does not leave unless the plan says what happens to it. */
export const freeTextInput: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C306",
    name: "free-text-input",
    title: "Text that a person typed",
    why: "People type names, addresses and passwords into any field there is.",
    fix: "Send its length, or what was recognised in it. If the text is needed, give the property `pii: free_text`.",
    severity: "warning",
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export const viewed = (event) =>
        track.portal.scorecard.viewed({ scorecard_id: event.target.value, service_id: "sv_1", scorecard_percent: 5 });
    `,
    good: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export const searched = (event) =>
        track.portal.search.performed({ results_found: event.target.value.length });
    `,
  }),
  check: (analysis, plan) =>
    liveSites(analysis).flatMap((site) => {
      const events = plannedEvents(site, plan);
      return entriesOf(site).flatMap(({ key, value }) => {
        const chain =
          value.literals === null && value.kind !== "number" ? typedByPerson(value) : null;
        const properties = plannedProperties(events, key);
        const isDecided = site.client !== null && properties.some(({ pii }) => pii !== null);
        // A closed list cannot hold what somebody typed: a select's value is one of its options.
        const isListed = properties.some((property) => plan.typeOf(property).kind === "enum");
        if (chain === null || isDecided || isListed) return [];
        return [
          finding("free-text-input", value.span, `"${key}" is what a person typed: ${chain}.`, {
            severity: "warning",
            help: "Send its length or what was recognised in it, or give the property `pii: free_text`.",
            subject: subjectOf(site, key),
          }),
        ];
      });
    }),
};
