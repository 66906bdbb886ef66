import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { descriptionWeak } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "the name once more, in any order, number and case",
    yaml`
      properties:
        order_ids: { type: string, description: The ids of the order. }
      events:
        order_paid: { description: Paid Order event. }
      `,
    ["events/order_paid", "properties/order_ids"],
  ],
  [
    "one word more is enough, and a short sentence may be a good one",
    yaml`
      properties:
        order_id: { type: string, description: Which order. }
        todo_count: { type: integer, description: How many todos are open. }
      events:
        order_paid: { description: Money arrived. }
      `,
    [],
  ],
  [
    "left for later",
    yaml`
      events:
        a: { description: "TODO: say what happened." }
        b: { description: "???" }
        c: { description: tbd }
      `,
    ["events/a", "events/b", "events/c"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(descriptionWeak, text)).toEqual(wanted);
});
