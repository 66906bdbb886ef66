import { finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { presenceOf } from "../presence.js";

/** What is planned is sent somewhere. */
export const plannedEventNeverEmitted: CodeRule = {
  scope: "project",
  page: codePage({
    id: "C401",
    name: "planned-event-never-emitted",
    title: "A planned event that nothing sends",
    why: "People build charts on it and take the flat line for an answer. Between a tenth and a quarter of the events in plans kept by hand are dead.",
    fix: "Send it, deprecate it, or take it out. An event that only some other text names is not reported: it may be sent in a way that the lint does not see.",
    severity: "warning",
    bad: `
      // plan.yaml
      // events:
      //   order_paid:
      //     description: Money arrived.
      //   order_refunded:
      //     description: Money went back.
      import posthog from "posthog-js";

      posthog.capture("order_paid");
    `,
    good: `
      // plan.yaml
      // events:
      //   order_paid:
      //     description: Money arrived.
      import posthog from "posthog-js";

      posthog.capture("order_paid");
    `,
  }),
  check: (analysis, plan, settings) => {
    const presence = presenceOf(analysis, plan, settings);
    return presence.expected
      .filter(({ name }) => presence.stateOf(name) === "absent")
      .map((event) =>
        finding(
          "planned-event-never-emitted",
          plan.place(event.origin),
          `Nothing sends "${event.name}".`,
          {
            severity: "warning",
            help:
              event.emittedFrom === null
                ? "Send it, deprecate it, or take it out of the plan."
                : `The plan says it is sent from ${event.emittedFrom}.`,
            subject: `events/${event.name}`,
          },
        ),
      );
  },
};
