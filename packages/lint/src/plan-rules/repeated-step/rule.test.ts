import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { repeatedStep } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "another filter is another stage, and order within any_of is none",
    yaml`
      events:
        a: { description: D. }
        b: { description: D., properties: { x: { type: string, required: always } } }
      funnels:
        f:
          description: D.
          by: distinct_id
          window: 1d
          stages:
            a: { any_of: [a, b] }
            b: { event: b }
            c: { event: b, where: { x: y } }
            d: { any_of: [b, a] }
      `,
    ["funnels/f/stages/d"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(repeatedStep, text)).toEqual(wanted);
});
