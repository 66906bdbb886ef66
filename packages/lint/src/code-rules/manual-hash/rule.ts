import { finding } from "@dd0c/track-codegen";
import { codePage } from "../code-page.js";
import type { CodeRule } from "../code-rule.js";
import { entriesOf, liveSites, plannedEvents, plannedProperties, subjectOf } from "../emission.js";
import { hashCall } from "../value-meaning.js";

/** What the client hashes is not hashed before. */
export const manualHash: CodeRule = {
  scope: "file",
  page: codePage({
    id: "C303",
    name: "manual-hash",
    title: "A value hashed by hand that the client hashes again",
    why: "The hash of a hash joins with no other event of the same person, and a hash without the key can be guessed.",
    fix: "Pass the value itself: the plan says that the client hashes it, with the tenant's key.",
    severity: "warning",
    bad: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/node";
      import { sha256 } from "./crypto";

      const tracker = createTracker({});
      export const completed = (user) =>
        tracker.forTenant(user.tenant).track.account.signup.completed({
          acquisition_channel: "community", is_invited: false, signup_method: "email", user_email: sha256(user.email),
        });
    `,
    good: `
      // src/example.js
      import { createTracker } from "@dd0c/track-events/cost/node";

      const tracker = createTracker({});
      export const completed = (user) =>
        tracker.forTenant(user.tenant).track.account.signup.completed({
          acquisition_channel: "community", is_invited: false, signup_method: "email", user_email: user.email,
        });
    `,
  }),
  check: (analysis, plan) =>
    liveSites(analysis).flatMap((site) => {
      if (site.client === null) return [];
      const events = plannedEvents(site, plan);
      return entriesOf(site).flatMap(({ key, value }) => {
        const call = hashCall(value);
        const hashes = plannedProperties(events, key).some(({ pii }) => pii?.handling === "hash");
        if (call === null || !hashes) return [];
        return [
          finding(
            "manual-hash",
            value.span,
            `The client hashes "${key}" by itself; here it is hashed already.`,
            {
              severity: "warning",
              help: "Pass the value itself.",
              subject: subjectOf(site, key),
            },
          ),
        ];
      });
    }),
};
