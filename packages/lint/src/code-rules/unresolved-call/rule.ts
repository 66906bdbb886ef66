import { finding } from "@dd0c/track-codegen";
import type { UnresolvedReason } from "../../code/event-fact.js";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { subjectOf } from "../emission.js";

/** What the lint cannot see into is shown, never passed in silence. */
export const unresolvedCall: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C113",
    name: "unresolved-call",
    title: "A call that sends an event nobody can name",
    why: "The gate cannot judge what it cannot read. Saying nothing would look like approval.",
    fix: "Name the event in the call. If the function gets it over a wire, tell the config: `lint: emitters:`.",
    severity: "warning",
    bad: `
      import { createTracker } from "@dd0c/track-events/cost/browser";
      import { names } from "./not-in-this-repository";

      const { track } = createTracker({}).forTenant("tn_1");
      track(names.used)({ surface: "web" });
    `,
    good: `
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const names = { used: "feature.digest.used" } as const;
      const { track } = createTracker({}).forTenant("tn_1");
      track(names.used)({ surface: "web" });
    `,
  }),
  check: (analysis) =>
    analysis.unresolved
      .filter(
        ({ place, tier, event }) => !place.isInTest && (tier === "name" || event.reason in reasons),
      )
      .map((site) =>
        finding(
          "unresolved-call",
          site.event.span,
          `${site.calleeText} sends an event that cannot be told from the code: ${reasons[site.event.reason] ?? "it is made at run time"}.`,
          {
            severity: "warning",
            help: "Name the event in the call, or tell the config how it gets there: `lint: emitters:`.",
            subject: subjectOf(site),
          },
        ),
      ),
};

const reasons: Partial<Readonly<Record<UnresolvedReason, string>>> = {
  external: "it comes from another package",
  "opaque-object": "the whole payload is one object",
  missing: "the call has no event argument",
};
