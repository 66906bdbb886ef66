import { type Event, finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { liveSites, plannedEvents, severityAt, subjectOf } from "../emission.js";

/** Nothing is sent after its last day. */
export const sunsetOrExpiredEvent: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C110",
    name: "sunset-or-expired-event",
    title: "An event after its last day",
    why: "The plan promised an end, and people have stopped looking at it; it may be removed at any time.",
    fix: "Take the call out or send the replacement. If the event is still needed, give the plan a later day.",
    bad: `
      // plan.yaml
      // products: { cost: {} }
      // events:
      //   beta_opened:
      //     description: Somebody opened the beta.
      //     expires: 2020-01-31
      // src/example.ts
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track("beta_opened")();
    `,
    good: `
      // plan.yaml
      // products: { cost: {} }
      // events:
      //   beta_opened:
      //     description: Somebody opened the beta.
      //     expires: 2999-01-31
      // src/example.ts
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track("beta_opened")();
    `,
  }),
  check: (analysis, plan, { today }) =>
    liveSites(analysis).flatMap((site) =>
      plannedEvents(site, plan)
        .flatMap((event) => endOf(event, today) ?? [])
        .slice(0, 1)
        .map(({ event, day, word }) =>
          finding(
            "sunset-or-expired-event",
            site.event.span,
            `"${event.name}" ${word} on ${day}.`,
            {
              severity: severityAt(site),
              help:
                event.deprecated?.replacedBy == null
                  ? "Take the call out, or give the plan a later day."
                  : `Send "${event.deprecated.replacedBy}".`,
              subject: subjectOf(site),
            },
          ),
        ),
    ),
};

function endOf(
  event: Event,
  today: string,
): { readonly event: Event; readonly day: string; readonly word: string } | null {
  const sunset = event.deprecated?.sunset ?? null;
  if (sunset !== null && sunset < today) return { event, day: sunset, word: "had its sunset" };
  const { expires } = event;
  if (expires !== null && expires !== "never" && expires < today)
    return { event, day: expires, word: "expired" };
  return null;
}
