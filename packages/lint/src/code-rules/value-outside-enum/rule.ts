import { finding, nearest, type Property } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import {
  entriesOf,
  liveSites,
  plannedEvents,
  plannedProperties,
  severityAt,
  subjectOf,
} from "../emission.js";
import type { PlanIndex } from "../plan-index.js";

/** A value of a closed list is one of the list. */
export const valueOutsideEnum: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C108",
    name: "value-outside-enum",
    title: "A value that is not in the plan's list",
    why: "It becomes a series of its own in every chart, beside the one it belongs to.",
    fix: "Take the planned value that the message suggests, or add it to the list.",
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track.feature.digest.used({ surface: "wbe" });
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
      const events = plannedEvents(site, plan);
      return entriesOf(site).flatMap(({ key, value }) => {
        const lists = plannedProperties(events, key).map((property) => closedList(property, plan));
        if (lists.length === 0 || value.literals === null) return [];
        const wrong = value.literals.filter(
          (literal) =>
            literal !== null && lists.every((list) => list !== null && !list.includes(literal)),
        );
        const known = (lists[0] ?? []).map(String);
        return wrong.map((literal) => {
          const near = nearest(String(literal), known);
          return finding(
            "value-outside-enum",
            value.span,
            `${JSON.stringify(literal)} is no value of "${key}".`,
            {
              severity: severityAt(site),
              help:
                near === null
                  ? `There is ${known.slice(0, 12).join(", ")}.`
                  : `Did you mean "${near}"?`,
              subject: subjectOf(site, key, String(literal)),
            },
          );
        });
      });
    }),
};

/** The values of a closed enum; null for any other type, which this rule says nothing of. */
function closedList(
  property: Property,
  plan: PlanIndex,
): readonly (string | number | boolean)[] | null {
  const type = plan.typeOf(property);
  return type.kind === "enum" && !type.open ? type.members.map(({ value }) => value) : null;
}
