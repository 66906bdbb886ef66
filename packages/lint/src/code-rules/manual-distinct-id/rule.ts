import { finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { entriesOf, liveSites, subjectOf } from "../emission.js";

/** Who an event is about is said in one place, and not among its properties. */
export const manualDistinctId: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C205",
    name: "manual-distinct-id",
    title: "A person's id set by hand on an event",
    why: "A second opinion on who it was makes one person two, and PostHog cannot join them again.",
    fix: "In a browser, `identify` once after the login. On a server, `forPerson(id)`, or the call's second argument.",
    severity: "warning",
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const { track } = createTracker({}).forTenant("tn_1");
      export const used = (user) => track.feature.digest.used({ surface: "web", distinct_id: user.id });
    `,
    good: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/browser";

      const tracker = createTracker({}).forTenant("tn_1");
      export const signedIn = (user) => tracker.identify(user.id);
      export const used = () => tracker.track.feature.digest.used({ surface: "web" });
    `,
  }),
  check: (analysis) =>
    liveSites(analysis).flatMap((site) => {
      const isBrowser = site.client?.runtime === "browser";
      const inOptions = isBrowser ? (site.options?.entries ?? []) : [];
      return [...entriesOf(site), ...inOptions]
        .filter(({ key }) => /^\$?distinct_?id$/i.test(key))
        .map(({ key, keySpan }) =>
          finding("manual-distinct-id", keySpan, `"${key}" is set by hand on this event.`, {
            severity: "warning",
            help: isBrowser
              ? "Call `identify` once after the login; every later event knows the person."
              : "Say it with `forPerson(id)` or in the call's second argument.",
            subject: subjectOf(site, key),
          }),
        );
    }),
};
