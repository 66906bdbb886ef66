import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { bannedSynonym } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "in two words and in one, in events and properties",
    yaml`
      properties:
        log_in_method: { type: enum, values: [sso, link] }
      events:
        login_failed: { description: D. }
      `,
    ["properties/log_in_method"],
  ],
  [
    "British and American",
    yaml`
      events:
        order_canceled: { description: D. }
        trip_cancelled: { description: D. }
      `,
    ["events/order_canceled"],
  ],
  [
    "one American spelling alone, and words that only touch",
    yaml`
      events:
        order_canceled: { description: D. }
        run.step.over: { description: D. }
        set_up_done: { description: D. }
      `,
    [],
  ],
  [
    "a deprecated name is leaving anyway",
    yaml`
      events:
        sign_up_begun: { description: D., deprecated: { reason: R., replaced_by: signup_started, sunset: 2099-01-01 } }
        signup_started: { description: D. }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(bannedSynonym, text)).toEqual(wanted);
});
