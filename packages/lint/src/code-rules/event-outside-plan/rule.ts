import { finding, nearest } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { liveSites, severityAt, subjectOf, typedCall } from "../emission.js";

/** Every name that the code sends is an event of the plan. */
export const eventOutsidePlan: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C101",
    name: "event-outside-plan",
    title: "An event that is not in the plan",
    why: "Nobody said what it means, who owns it and what it may carry, so nobody can trust a chart of it.",
    fix: "Take the planned name that the message suggests, or add the event to the plan first.",
    bad: `
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track("feature.digests.used")({ surface: "web" });
    `,
    good: `
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      track("feature.digest.used")({ surface: "web" });
    `,
  }),
  check: (analysis, plan) =>
    liveSites(analysis).flatMap((site) =>
      site.event.names
        // What starts with $ is PostHog's own: page views, surveys, flags.
        .filter(({ name }) => !name.startsWith("$") && plan.eventsNamed(name).length === 0)
        .map(({ name, literal }) => {
          const near = nearest(name, plan.names);
          const [event] = near === null ? [] : plan.eventsNamed(near);
          const isHere = literal !== null && literal.file === site.span.file;
          return finding(
            "event-outside-plan",
            isHere ? literal : site.event.span,
            `"${name}" is not in the plan.`,
            {
              severity: severityAt(site),
              help:
                event === undefined
                  ? "Add it to the plan, or take the call out."
                  : `Did you mean "${event.name}"? The client calls it ${typedCall(event)}.`,
              related:
                literal === null || isHere
                  ? []
                  : [{ message: "the name stands here", span: literal }],
              subject: subjectOf(site, name),
            },
          );
        }),
    ),
};
