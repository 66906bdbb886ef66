import { finding } from "@dd0c/track-codegen";
import type { UnresolvedReason } from "../../code/event-fact.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { quoteAll, subjectOf } from "../emission.js";
import type { PlanIndex } from "../plan-index.js";

/** Names are written down, not computed. */
export const dynamicEventName: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C103",
    name: "dynamic-event-name",
    title: "An event whose name is made at run time",
    why: "Nobody can find it by its name, and what it will be called is known only when it is too late.",
    fix: "Write the names out: a literal, a constant, an enum, or a choice between literals.",
    bad: `
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export function used(feature: string) {
        track(\`feature.\${feature}.used\`)({ surface: "web" });
      }
    `,
    good: `
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export function used(feature: "digest" | "zombies") {
        track(\`feature.\${feature}.used\`)({ surface: "web" });
      }
    `,
  }),
  check: (analysis, plan) =>
    analysis.unresolved
      .filter(
        ({ tier, event, place }) => tier !== "name" && event.reason in reasons && !place.isInTest,
      )
      .map((site) =>
        finding(
          "dynamic-event-name",
          site.event.span,
          `The event's name is ${reasons[site.event.reason]}${shape(site.event.pattern)}.`,
          { help: helpFor(site.event.pattern, plan), subject: subjectOf(site) },
        ),
      ),
};

/** Reasons that say: made at run time. The others say that we cannot see, and belong to C113. */
const reasons: Partial<Readonly<Record<UnresolvedReason, string>>> = {
  composed: "put together at run time",
  call: "what a function returns",
  variable: "a variable's value",
  data: "read from data",
  parameter: "whatever a caller passes",
  "too-many": "one of more than anybody can follow",
};

const shape = (pattern: string | null): string => (pattern === null ? "" : `: ${pattern}`);

function helpFor(pattern: string | null, plan: PlanIndex): string {
  const fallback = "Write the names out, or choose between literals.";
  if (pattern === null || !/[a-z]/i.test(pattern)) return fallback;
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const fits = new RegExp(`^${parts.join(".*")}$`);
  const names = plan.names.filter((name) => fits.test(name));
  if (names.length === 0) return `No planned event reads ${pattern}. ${fallback}`;
  const shown = quoteAll(names.slice(0, 3));
  return `${fallback} ${names.length} planned ${names.length === 1 ? "event reads" : "events read"} like that, such as ${shown}.`;
}
