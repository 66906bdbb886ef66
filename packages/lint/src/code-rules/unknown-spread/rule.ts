import { finding } from "@dd0c/track-codegen";
import type { Site } from "../../code/site.js";
import type { ValueFact } from "../../code/value-fact.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { liveSites, plannedEvents, severityAt, subjectOf } from "../emission.js";
import { chainText, partsOf } from "../value-meaning.js";

/** What is spread into an event's properties is known. */
export const unknownSpread: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C106",
    name: "unknown-spread",
    title: "Properties of which nobody can tell what they are",
    why: "Whatever is in the object goes out, today and after the next change elsewhere. TypeScript checks a spread into the typed client only as far as its type is known.",
    fix: "Name the properties one by one, or give the object the event's own type.",
    bad: `
      import { createTracker } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export function searched(stored: string) {
        track.portal.search.performed({ results_found: 3, ...JSON.parse(stored) });
      }
    `,
    good: `
      import { createTracker, type PortalSearchPerformed } from "@dd0c/track-events/portal/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export function searched(opened: Pick<PortalSearchPerformed, "opened_rank">) {
        track.portal.search.performed({ results_found: 3, ...opened });
      }
    `,
  }),
  check: (analysis, plan) =>
    liveSites(analysis)
      .filter((site) => site.properties !== null && plannedEvents(site, plan).length > 0)
      .flatMap((site) =>
        (site.properties?.unknown ?? [])
          .filter((value) => isSomething(value) && !isTyped(site, value))
          .map((value) =>
            finding(
              "unknown-spread",
              value.span,
              `Nobody can tell which properties ${what(value)} brings.`,
              {
                severity: severityAt(site, site.client === null ? "warning" : "error"),
                help: "Name the properties one by one, or give the object the event's own type.",
                subject: subjectOf(site, "spread", chainText(value)),
              },
            ),
          ),
      ),
};

/** Whether the compiler sees to it: a typed client in TypeScript, given something that has a type. */
function isTyped({ client, span }: Site, value: ValueFact): boolean {
  if (client === null || !/\.[cm]?tsx?$/.test(span.file)) return false;
  return !partsOf(value).some(
    ({ call, escapes }) =>
      escapes.some(({ kind }) => kind === "as-any" || kind === "as-never") ||
      call.join(".") === "JSON.parse" ||
      call.at(-1) === "json",
  );
}

/** Whether there is anything to point at: a payload without properties hides none. */
function isSomething({ path, origin, call, parts }: ValueFact): boolean {
  return path.length + origin.length + call.length + parts.length > 0;
}

function what(value: ValueFact): string {
  const chain = chainText(value) || value.call.join(".");
  return chain === "" ? "this" : chain;
}
