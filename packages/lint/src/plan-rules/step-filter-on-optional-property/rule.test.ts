import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { stepFilterOnOptionalProperty } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "filters on what is always there",
    yaml`
      events:
        a: { description: D. }
        b: { description: D., properties: { x: { type: string, required: always } } }
      funnels:
        f: { description: D., by: distinct_id, window: 1d, stages: { a: { event: a }, b: { event: b, where: { x: y } } } }
      `,
    [],
  ],
  [
    "one event of several may lack it",
    yaml`
      events:
        a: { description: D. }
        b: { description: D., properties: { x: { type: string, required: always } } }
        c: { description: D., properties: { x: { type: string, required: { when: { y: z } } }, y: { type: string } } }
      funnels:
        f: { description: D., by: distinct_id, window: 1d, stages: { a: { event: a }, b: { any_of: [b, c], where: { x: y } } } }
      `,
    ["funnels/f/stages/b"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(stepFilterOnOptionalProperty, text)).toEqual(wanted);
});
