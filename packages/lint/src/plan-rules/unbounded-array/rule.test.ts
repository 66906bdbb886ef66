import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { unboundedArray } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "a list of a closed enum, each once, ends by itself",
    yaml`
      properties:
        a: { type: array, unique: true, items: { type: enum, values: [x, y] } }
        b: { type: array, max_items: 3, items: { type: string } }
      `,
    [],
  ],
  [
    "an open enum, or repeats, do not",
    yaml`
      properties:
        a: { type: array, unique: true, items: { type: enum, values: [x, y], open: true } }
        b: { type: array, items: { type: enum, values: [x, y] } }
      `,
    ["properties/a", "properties/b"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(unboundedArray, text)).toEqual(wanted);
});
