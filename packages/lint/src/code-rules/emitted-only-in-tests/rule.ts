import { finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { presenceOf } from "../presence.js";

/** What tests send, code that runs sends too. */
export const emittedOnlyInTests: CodeRule = {
  scope: "project",
  page: codePage({
    id: "C403",
    name: "emitted-only-in-tests",
    title: "A planned event that only tests send",
    why: "The tests are green and nothing arrives: the call was removed, and what it was tested with stayed.",
    fix: "Send it from the code again, or take event and test out.",
    severity: "warning",
    bad: `
      // plan.yaml
      // events:
      //   order_paid:
      //     description: Money arrived.
      // src/pay.test.ts
      import posthog from "posthog-js";

      posthog.capture("order_paid");
    `,
    good: `
      // plan.yaml
      // events:
      //   order_paid:
      //     description: Money arrived.
      // src/pay.ts
      import posthog from "posthog-js";

      posthog.capture("order_paid");
    `,
  }),
  check: (analysis, plan, settings) => {
    const presence = presenceOf(analysis, plan, settings);
    return presence.expected
      .filter(({ name }) => presence.stateOf(name) === "only-in-tests")
      .map((event) => {
        const test = analysis.sites.find(
          (site) => site.place.isInTest && site.event.names.some(({ name }) => name === event.name),
        );
        return finding(
          "emitted-only-in-tests",
          plan.place(event.origin),
          `Only tests send "${event.name}".`,
          {
            severity: "warning",
            help: "Send it from the code again, or take event and test out.",
            related:
              test === undefined ? [] : [{ message: "a test sends it here", span: test.span }],
            subject: `events/${event.name}`,
          },
        );
      });
  },
};
