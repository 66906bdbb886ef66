import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { idSuffix } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "ids that say so, and words that only end in id",
    yaml`
      properties:
        order_id: { type: string, format: uuid }
        item_ids: { type: array, items: { type: string } }
        orderId: { type: string }
        paid: { type: boolean }
        valid: { type: boolean }
        grid: { type: string }
        idempotency_key: { type: string, format: uuid }
      `,
    [],
  ],
  [
    "ids that hide",
    yaml`
      properties:
        id: { type: string }
        userid: { type: string }
        order: { type: string, format: uuid }
      `,
    ["properties/id", "properties/order", "properties/userid"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(idSuffix, text)).toEqual(wanted);
});
