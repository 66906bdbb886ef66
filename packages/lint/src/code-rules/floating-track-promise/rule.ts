import { type Diagnostic, finding, type Span } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { allCalls, subjectOf } from "../emission.js";

/** A call that answers when the event has left is waited for. */
export const floatingTrackPromise: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C505",
    name: "floating-track-promise",
    title: "A promise to send that nobody waits for",
    why: "The call is there because the process is about to end, or because the event must leave at once; without `await` the process ends first, and an error is lost.",
    fix: "Await it, return it, or catch it. The typed client's own calls queue and return nothing.",
    severity: "warning",
    bad: `
      import { createTracker } from "@dd0c/track-events/cost/node";

      const tracker = createTracker({});
      export async function stop() {
        tracker.shutdown();
        process.exit();
      }
    `,
    good: `
      import { createTracker } from "@dd0c/track-events/cost/node";

      const tracker = createTracker({});
      export async function stop() {
        await tracker.shutdown();
        process.exit();
      }
    `,
  }),
  check: (analysis) => [
    ...allCalls(analysis)
      .filter(({ isFloating, tier }) => isFloating && tier !== "name")
      .filter(({ calleeText }) => /Immediate$/.test(calleeText))
      .map((site) => floating(site.callee, site.calleeText, subjectOf(site))),
    ...analysis.touches.flatMap((touch) => {
      if (touch.kind !== "call" || touch.role !== "flush" || !touch.isFloating) return [];
      if (touch.place.isInTest || touch.tier === "name") return [];
      const subject = [touch.span.file, touch.place.symbol, touch.method].filter(Boolean).join("/");
      return [floating(touch.span, touch.method, subject)];
    }),
  ],
};

function floating(span: Span, name: string, subject: string): Diagnostic<string> {
  return finding("floating-track-promise", span, `Nobody waits for ${name}.`, {
    severity: "warning",
    help: "Await it, return it, or catch it.",
    subject,
  });
}
