import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { moneyOrTimeAsFloat } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "money, time and moments",
    yaml`
      properties:
        total_revenue: { type: number }
        wait_seconds: { type: integer }
        elapsed: { type: number }
        paid_at: { type: string }
        shipped_at: { type: integer }
      `,
    [
      "properties/elapsed",
      "properties/paid_at",
      "properties/shipped_at",
      "properties/total_revenue",
      "properties/wait_seconds",
    ],
  ],
  [
    "what has a unit, counts or rates",
    yaml`
      properties:
        price_ratio: { type: number }
        cost_share: { type: number }
        bytes: { type: number, unit: bytes }
        cost: { type: number, unit: points }
        paid_at: { type: timestamp }
        sent_at: { type: string, format: date-time }
        price_count: { type: integer }
        at: { type: string }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(moneyOrTimeAsFloat, text)).toEqual(wanted);
});
