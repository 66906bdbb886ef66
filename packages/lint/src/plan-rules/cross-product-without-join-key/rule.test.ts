import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { crossProductWithoutJoinKey } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "by person, or by a field that one of the runtimes carries",
    yaml`
      plan: shop
      runtimes: [browser, node]
      context: { cart: { from: caller, runtimes: [browser] } }
      events:
        a: { description: D. }
        b: { description: D., runtimes: [browser, node] }
      funnels:
        f: { description: D., by: distinct_id, window: 1d, stages: { a: { event: a }, b: { event: b } } }
        g: { description: D., by: cart, window: 1d, stages: { a: { event: a }, b: { event: b } } }
      `,
    [],
  ],
  [
    "by a field that is dropped",
    yaml`
      plan: shop
      context: { cart: { from: caller, pii: { class: user_id, handling: drop } } }
      events:
        a: { description: D. }
        b: { description: D. }
      funnels:
        f: { description: D., by: cart, window: 1d, stages: { a: { event: a }, b: { event: b } } }
      `,
    ["funnels/f/stages/a", "funnels/f/stages/b"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(crossProductWithoutJoinKey, text)).toEqual(wanted);
});
