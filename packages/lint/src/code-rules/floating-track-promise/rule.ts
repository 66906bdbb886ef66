import { finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { allCalls, subjectOf } from "../emission.js";

/** A call that answers when the event has left is waited for. */
export const floatingTrackPromise: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C505",
    name: "floating-track-promise",
    title: "A promise of a track call that nobody waits for",
    why: "The call was chosen because it sends at once; without `await` the process may end before it has, and an error is lost.",
    fix: "Await it, return it, or catch it. The typed client's own calls queue and return nothing.",
    severity: "warning",
    bad: `
      import { PostHog } from "posthog-node";

      const client = new PostHog("phc_key");
      export async function used() {
        client.captureImmediate({ distinctId: "1", event: "$pageview" });
      }
    `,
    good: `
      import { PostHog } from "posthog-node";

      const client = new PostHog("phc_key");
      export async function used() {
        await client.captureImmediate({ distinctId: "1", event: "$pageview" });
      }
    `,
  }),
  check: (analysis) =>
    allCalls(analysis)
      .filter(
        ({ isFloating, calleeText, tier }) =>
          isFloating && tier !== "name" && /Immediate$/.test(calleeText),
      )
      .map((site) =>
        finding("floating-track-promise", site.callee, `Nobody waits for ${site.calleeText}.`, {
          severity: "warning",
          help: "Await it, return it, or catch it.",
          subject: subjectOf(site),
        }),
      ),
};
