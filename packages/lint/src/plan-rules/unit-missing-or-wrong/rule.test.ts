import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { unitMissingOrWrong } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "units that are right, in words too",
    yaml`
      properties:
        load_ms: { type: duration, unit: ms }
        wait_seconds: { type: duration, unit: s }
        age_d: { type: duration, unit: d }
        price_cents: { type: money, currency: EUR, unit: minor }
        cost_micros: { type: money, currency: USD, unit: micros }
        price_usd: { type: money, currency: USD, unit: major }
        price: { type: money, currency: USD, unit: major }
        tokens: { type: integer, unit: tokens }
        length_s: { type: number, unit: seconds }
      `,
    [],
  ],
  [
    "missing and wrong",
    yaml`
      properties:
        elapsed: { type: duration, unit: s }
        age_h: { type: duration, unit: d }
        wait_min: { type: duration, unit: ms }
        price: { type: money, currency: EUR, unit: minor }
        cost_cents: { type: money, currency: EUR, unit: micros }
        length_ms: { type: number, unit: s }
      `,
    [
      "properties/age_h",
      "properties/cost_cents",
      "properties/elapsed",
      "properties/length_ms",
      "properties/price",
      "properties/wait_min",
    ],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(unitMissingOrWrong, text)).toEqual(wanted);
});
