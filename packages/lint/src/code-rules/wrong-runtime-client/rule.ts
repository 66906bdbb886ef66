import { finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { liveSites, quoteAll, severityAt, subjectOf } from "../emission.js";

/** An event is sent from where the plan says it may be. */
export const wrongRuntimeClient: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C111",
    name: "wrong-runtime-client",
    title: "An event sent from a runtime that the plan does not name",
    why: "Who may be trusted with an event depends on where it comes from: a browser can claim a payment that no server has seen.",
    fix: "Send it from where the plan says, or add the runtime to the event.",
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/node";

      const tracker = createTracker({});
      export const chose = (tenant) =>
        tracker.forTenant(tenant).track.account.signup.method({ signup_method: "email" });
    `,
    good: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const tracker = createTracker({});
      export const chose = (tenant) =>
        tracker.forTenant(tenant).track.account.signup.method({ signup_method: "email" });
    `,
  }),
  check: (analysis, plan) =>
    liveSites(analysis).flatMap((site) => {
      const runtime = site.client?.runtime ?? null;
      if (runtime === null) return [];
      return site.event.names.flatMap(({ name }) => {
        const runtimes = [...new Set(plan.eventsNamed(name).flatMap((event) => event.runtimes))];
        if (runtimes.length === 0 || runtimes.includes(runtime)) return [];
        return [
          finding(
            "wrong-runtime-client",
            site.event.span,
            `"${name}" is not sent from ${runtime}.`,
            {
              severity: severityAt(site),
              help: `The plan lets it be sent from ${quoteAll(runtimes)}.`,
              subject: subjectOf(site, name),
            },
          ),
        ];
      });
    }),
};
