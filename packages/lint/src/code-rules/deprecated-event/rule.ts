import { type Event, type Fix, finding } from "@dd0c/track-codegen";
import type { Site } from "../../code/site.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { entriesOf, liveSites, plannedEvents, subjectOf, typedCall } from "../emission.js";
import type { PlanIndex } from "../plan-index.js";

/** What the plan has deprecated is on its way out of the code, too. */
export const deprecatedEvent: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C109",
    name: "deprecated-event",
    title: "An event that is on its way out",
    why: "After its sunset it is removed, and the call no longer compiles.",
    fix: "Send the replacement. `--fix` does it where the replacement takes the same properties.",
    severity: "warning",
    fixable: true,
    bad: `
      import { createTracker, type CostAnomalySnoozed } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export const snoozed = (anomaly: CostAnomalySnoozed) => track.anomaly.alert.snoozed(anomaly);
    `,
    good: `
      import { createTracker, type CostAnomalySnoozed } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export const snoozed = (anomaly: CostAnomalySnoozed) => track.cost.anomaly.snoozed(anomaly);
    `,
  }),
  check: (analysis, plan, { today }) =>
    liveSites(analysis).flatMap((site) =>
      plannedEvents(site, plan)
        .filter((event) => event.deprecated !== null && !isOver(event, today))
        .slice(0, 1)
        .map((event) => {
          const { reason = "", replacedBy = null, sunset = null } = event.deprecated ?? {};
          const until = sunset === null ? "" : ` and may be removed after ${sunset}`;
          const help = replacedBy === null ? reason : `Send "${replacedBy}". ${reason}`;
          return finding(
            "deprecated-event",
            site.event.span,
            `"${event.name}" is deprecated${until}.`,
            {
              severity: "warning",
              help,
              fix: replacedBy === null ? null : fixOf(site, event, replacedBy, plan),
              subject: subjectOf(site),
            },
          );
        }),
    ),
};

const isOver = ({ deprecated }: Event, today: string): boolean =>
  deprecated?.sunset != null && deprecated.sunset < today;

/** The rename, where the replacement takes exactly what is passed; null where a person must look. */
function fixOf(site: Site, event: Event, replacedBy: string, plan: PlanIndex): Fix | null {
  const [target] = plan.eventsNamed(replacedBy);
  if (target === undefined || !takesTheSame(site, event, target)) return null;
  const [only] = site.event.names;
  if (site.event.names.length !== 1 || only === undefined) return null;
  if (site.form === "path") {
    const root = /^([\w$]+(?:\.[\w$]+|\?\.[\w$]+)*?)\.?$/.exec(rootOf(site, event))?.[1];
    if (root === undefined || site.calleeText.includes("?.")) return null;
    return { span: site.callee, replacement: `${root}${typedCall(target).slice("track".length)}` };
  }
  const literal = only.literal ?? (site.steps.length === 1 ? site.event.span : null);
  if (site.event.form !== "literal" || literal?.file !== site.span.file) return null;
  return site.steps.length > 2 ? null : { span: literal, replacement: JSON.stringify(replacedBy) };
}

/** What stands before the event's path: `track`, `tracker.track`. */
function rootOf({ calleeText }: Site, event: Event): string {
  const path = event.path.map((step) => `.${step}`).join("");
  return calleeText.endsWith(path) ? calleeText.slice(0, -path.length) : "";
}

function takesTheSame(site: Site, event: Event, target: Event): boolean {
  const names = new Set(target.properties.map(({ name }) => name));
  const known = new Set(event.properties.map(({ name }) => name));
  const required = target.properties.filter((it) => it.required).map(({ name }) => name);
  const keys =
    site.properties?.isComplete === true ? entriesOf(site).map(({ key }) => key) : [...known];
  return keys.every((key) => names.has(key)) && required.every((name) => known.has(name));
}
