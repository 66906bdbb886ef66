import { type Diagnostic, finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { allCalls } from "../emission.js";

/** A function that the platform freezes sends its events before. */
export const missingFlush: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C504",
    name: "missing-flush",
    title: "A serverless handler that does not wait for its events",
    why: "The platform freezes the process after the reply, and what waits in the queue is lost or comes hours later.",
    fix: "Wrap the handler in `withFlush(tracker, handler)`, or await `tracker.flush()` before the reply.",
    severity: "warning",
    bad: `
      // src/example.ts
      import type { Handler } from "aws-lambda";
      import { createTracker } from "@dd0c/track-events/cost/node";

      const tracker = createTracker({});
      export const handler: Handler = async (event) => {
        tracker.track.feature.digest.used({ surface: "web" }, { tenant_id: "tn_1" });
        return { statusCode: 200 };
      };
    `,
    good: `
      // src/example.ts
      import type { Handler } from "aws-lambda";
      import { createTracker } from "@dd0c/track-events/cost/node";

      const tracker = createTracker({});
      export const handler: Handler = async (event) => {
        tracker.track.feature.digest.used({ surface: "web" }, { tenant_id: "tn_1" });
        await tracker.flush();
        return { statusCode: 200 };
      };
    `,
  }),
  check: (analysis) => {
    const found = new Map<string, Diagnostic<string>>();
    for (const site of allCalls(analysis)) {
      const { handler } = site.place;
      if (handler === null || handler.flushes || site.client?.runtime === "browser") continue;
      if (site.tier === "name") continue;
      const { span, name, platform } = handler;
      const key = `${span.file}:${span.start}`;
      if (found.has(key)) continue;
      found.set(
        key,
        finding(
          "missing-flush",
          site.callee,
          `"${name}" (${platform}) ends without waiting for this event.`,
          {
            severity: "warning",
            help: "Wrap the handler in `withFlush(tracker, handler)`, or await `tracker.flush()` before the reply.",
            subject: `${span.file}/${name}/flush`,
          },
        ),
      );
    }
    return [...found.values()];
  },
};
