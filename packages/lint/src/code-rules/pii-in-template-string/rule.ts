import { finding } from "@dd0c/track-codegen";
import type { ValueFact } from "../../code/value-fact.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { entriesOf, liveSites, plannedEvents, plannedProperties, subjectOf } from "../emission.js";
import { chainText, piiOfValue } from "../value-meaning.js";

/** Personal data does not hide in a sentence. */
export const piiInTemplateString: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C302",
    name: "pii-in-template-string",
    title: "Personal data inside a longer text",
    why: "A hash of a sentence joins with nothing, and nobody who reviews the property will think of it.",
    fix: "Pass what is needed as properties of their own, each with its class.",
    severity: "warning",
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export const viewed = (user) =>
        track.portal.scorecard.viewed({ scorecard_id: \`card of \${user.email}\`, service_id: "sv_1", scorecard_percent: 5 });
    `,
    good: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export const viewed = (card) =>
        track.portal.scorecard.viewed({ scorecard_id: \`sc_\${card.id}\`, service_id: "sv_1", scorecard_percent: 5 });
    `,
  }),
  check: (analysis, plan) =>
    liveSites(analysis).flatMap((site) => {
      const events = plannedEvents(site, plan);
      return entriesOf(site).flatMap(({ key, value }) => {
        const decided = plannedProperties(events, key).some(({ pii }) => pii?.handling === "drop");
        const part = decided && site.client !== null ? null : personalPart(value);
        if (part === null) return [];
        return [
          finding(
            "pii-in-template-string",
            part.span,
            `${chainText(part)} is personal data inside the text of "${key}".`,
            {
              severity: "warning",
              help: "Pass what is needed as a property of its own, with its class.",
              subject: subjectOf(site, key),
            },
          ),
        ];
      });
    }),
};

/** A hole of a template or a part of a sum; what a function makes of its arguments is another matter. */
function personalPart(value: ValueFact): ValueFact | null {
  if (value.kind !== "string" || value.call.length > 0 || value.literals !== null) return null;
  return value.parts.find((part) => part.call.length === 0 && piiOfValue(part) !== null) ?? null;
}
