import { expect, test } from "vitest";
import { subjectsOf, viewText } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { actionNotPastTense } from "./rule.js";

test("the way out is the same name in the past", () => {
  const text = yaml`
    plan: shop
    naming: { tense: { completed: past } }
    events:
      account.user.sign_up: { description: D. }
      order_pay: { description: D. }
      service.is.up: { description: D. }
      Order Try: { description: D. }
  `;
  const help = actionNotPastTense.check(viewText(text)).map((found) => found.help.split('"')[1]);
  expect(help).toEqual(["Order Tried", "account.user.signed_up", "order_paid"]);
});

test.each<[string, string, readonly string[]]>([
  [
    "irregular pasts, phrasal verbs and states are fine",
    yaml`
      naming: { event: <domain>.<object>.<action>, tense: { completed: past, state: present } }
      events:
        a.b.sent: { description: D. }
        a.b.run: { description: D. }
        a.b.rolled_back: { description: D. }
        a.b.signed_up: { description: D. }
        a.b.first_detected: { description: D. }
        a.weekly.active: { description: D. }
        a.b.overdue: { description: D. }
      `,
    [],
  ],
  [
    "words that only end like a past",
    yaml`
      naming: { event: <domain>.<object>.<action>, tense: { completed: past } }
      events:
        a.b.feed: { description: D. }
        a.b.embed: { description: D. }
        a.b.proceed: { description: D. }
      `,
    ["events/a.b.embed", "events/a.b.feed", "events/a.b.proceed"],
  ],
  [
    "every place of a name in title or camel case is looked at",
    yaml`
      naming: { event: <Object> <Action>, case: title, tense: { completed: past } }
      events:
        First Call Made: { description: D. }
        Order Pay: { description: D. }
      `,
    ["events/Order Pay"],
  ],
  [
    "a name with an exception, or a plan that says no tense",
    yaml`
      naming: { tense: { completed: past } }
      events:
        account.signup.method: { description: D., naming_exception: The agreed name. }
      `,
    [],
  ],
  [
    "no tense, no finding",
    yaml`
      events:
        order_pay: { description: D. }
      `,
    [],
  ],
  [
    "a plan in the present",
    yaml`
      naming: { tense: { completed: present } }
      events:
        order_pay: { description: D. }
        order_paid: { description: D. }
      `,
    ["events/order_paid"],
  ],
  [
    "a template is found once, whatever it is written out to",
    yaml`
      naming: { event: <domain>.<object>.<action>, tense: { completed: past } }
      events:
        feature.<name>.use: { description: D., expand: { name: [a, b] } }
      `,
    ["events/feature.<name>.use"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(actionNotPastTense, text)).toEqual(wanted);
});
