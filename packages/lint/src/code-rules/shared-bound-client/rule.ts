import { type Diagnostic, finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { allCalls } from "../emission.js";

/** A server does not keep one tenant's tracker for everybody. */
export const sharedBoundClient: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C204",
    name: "shared-bound-client",
    title: "One tenant's tracker, shared by all requests of a server",
    why: "What is bound at the top of a module is bound for the life of the process: every tenant's events count for the first.",
    fix: "Keep the unbound tracker at the top, and call `forTenant` where the request is handled.",
    severity: "warning",
    bad: `
      import { createTracker } from "@dd0c/track-events/cost/node";

      const tracker = createTracker({}).forTenant(process.env.TENANT ?? "");
      export const digest = () => tracker.track.feature.digest.used({ surface: "web" });
    `,
    good: `
      import { createTracker } from "@dd0c/track-events/cost/node";

      const tracker = createTracker({});
      export const digest = (tenant: string) =>
        tracker.forTenant(tenant).track.feature.digest.used({ surface: "web" });
    `,
  }),
  check: (analysis) => {
    const found = new Map<string, Diagnostic<string>>();
    for (const { client, place } of allCalls(analysis)) {
      const binding = client?.binding ?? null;
      if (client === null || binding === null || !binding.place.isAtTop || binding.place.isInTest)
        continue;
      // A script that binds and sends at its top is one tenant's from beginning to end.
      if (client.runtime === null || client.runtime === "browser" || place.isAtTop) continue;
      const { span } = binding;
      found.set(
        `${span.file}:${span.start}`,
        finding(
          "shared-bound-client",
          span,
          "This tracker is bound to one tenant for the life of the process.",
          {
            severity: "warning",
            help: "Keep the unbound tracker at the top, and bind it where the request is handled.",
            subject: `${span.file}/binding`,
          },
        ),
      );
    }
    return [...found.values()];
  },
};
