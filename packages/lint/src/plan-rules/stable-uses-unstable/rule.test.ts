import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { stableUsesUnstable } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "funnels and scores, once for all products",
    yaml`
      plan: shop
      products: { web: {}, till: {} }
      events:
        a: { description: D. }
        b: { description: D., stability: experimental }
      funnels:
        f: { description: D., by: distinct_id, window: 1d, for: every product, stages: { a: { event: a }, b: { event: b } } }
      health:
        h:
          description: D.
          by: distinct_id
          every: 1d
          inputs: { days: { weight: 1, measure: active_days, window: 7d, full_at: 5, events: [b] } }
          bands: { fine: { from: 0 } }
      `,
    ["funnels/f/stages/b", "health/h"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(stableUsesUnstable, text)).toEqual(wanted);
});
