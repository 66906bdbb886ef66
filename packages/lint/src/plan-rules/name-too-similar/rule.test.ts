import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { nameTooSimilar } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "plural, order, and both",
    yaml`
      events:
        order_paid: { description: D. }
        orders_paid: { description: D. }
        paid_order: { description: D. }
      `,
    ["events/orders_paid", "events/paid_order"],
  ],
  [
    "a word more or less, and words that only look like plurals",
    yaml`
      events:
        status_changed: { description: D. }
        order_paid: { description: D. }
        order_paid_late: { description: D. }
        address_added: { description: D. }
      `,
    [],
  ],
  [
    "a deprecated name and its replacement",
    yaml`
      events:
        orders_paid: { description: D., deprecated: { reason: R., replaced_by: order_paid, sunset: 2099-01-01 } }
        order_paid: { description: D. }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(nameTooSimilar, text)).toEqual(wanted);
});
