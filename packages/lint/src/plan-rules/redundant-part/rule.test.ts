import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { redundantPart } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "twice, in the plural too, and event",
    yaml`
      events:
        order.orders.paid: { description: D. }
        order_paid_event: { description: D. }
        track_order_paid: { description: D. }
      `,
    ["events/order.orders.paid", "events/order_paid_event", "events/track_order_paid"],
  ],
  [
    "the same word with another between, and an event about events",
    yaml`
      events:
        run.sandbox.test.run: { description: D. }
        cost.event.ingested: { description: D. }
        event: { description: D. }
        order.order.shipped: { description: D., naming_exception: The order of orders. }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(redundantPart, text)).toEqual(wanted);
});
