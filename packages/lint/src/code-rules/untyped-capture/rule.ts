import { type Diagnostic, finding } from "@dd0c/track-codegen";
import type { Wrapper } from "../../code/analysis.js";
import type { Site } from "../../code/site.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { allCalls, plannedEvents, subjectOf, typedCall } from "../emission.js";
import type { PlanIndex } from "../plan-index.js";

/** Events go through the generated client, not beside it. */
export const untypedCapture: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C102",
    name: "untyped-capture",
    title: "An event sent beside the typed client",
    why: "Nothing checks its name and properties, fills in its context, or hashes what is personal.",
    fix: "Call the generated client. A wrapper that takes any name is the place to begin: it is reported once, where it is defined.",
    bad: `
      import posthog from "posthog-js";

      posthog.capture("feature.digest.used", { surface: "web" });
    `,
    good: `
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track.feature.digest.used({ surface: "web" });
    `,
  }),
  check: (analysis, plan) => [
    ...allCalls(analysis)
      .filter(({ tier, client }) => tier === "sdk" && client === null)
      .map((site) =>
        finding(
          "untyped-capture",
          site.callee,
          `${site.calleeText} sends an event beside the typed client.`,
          {
            help: helpFor(site.event.kind === "finite" ? (site as Site) : null, plan),
            subject: subjectOf(site),
          },
        ),
      ),
    ...analysis.wrappers.filter(({ vendor }) => vendor !== "dd0c").map(wrapperFinding),
    ...analysis.touches
      .filter((touch) => touch.kind === "ingest" && !touch.place.isInTest && isEndpoint(touch.url))
      .map((touch) =>
        finding(
          "untyped-capture",
          touch.span,
          "This is the address that events are sent to, outside any client.",
          {
            severity: "warning",
            help: "Send events through the generated client; only the proxy needs the address.",
            subject: [touch.span.file, touch.place.symbol, "ingest"].filter(Boolean).join("/"),
          },
        ),
      ),
  ],
};

/** Whether an address takes events. A host alone does not: every SDK is started with one. */
function isEndpoint(url: string): boolean {
  return /^https?:\/\/[^/]+\/(?:capture|batch|e|i\/v0\/e|track|engage|v1\/\w+|2\/httpapi)\/?(?:\?|$)/.test(
    url,
  );
}

function helpFor(site: Site | null, plan: PlanIndex): string {
  const [event] = site === null ? [] : plannedEvents(site, plan);
  if (event === undefined) return "Add the event to the plan and call the generated client.";
  const from = site?.properties?.form === "literal" ? "({ … })" : "(…)";
  return `Call ${typedCall(event)}${from} of the generated client.`;
}

function wrapperFinding({ name, span, calls, takesAnyString, event }: Wrapper): Diagnostic<string> {
  const count = `${calls} ${calls === 1 ? "call" : "calls"}`;
  return finding(
    "untyped-capture",
    span,
    takesAnyString
      ? `${name} passes any text on as an event's name (${count}).`
      : `${name} passes events on beside the typed client (${count}).`,
    {
      severity: takesAnyString ? "error" : "warning",
      help: "Let it return or call the generated client, so that names and properties are checked.",
      subject: `${span.file}/${name}/${event}`,
    },
  );
}
