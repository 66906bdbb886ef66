import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { repeatedInlineProperty } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "two copies, other types, or shared ones",
    yaml`
      properties:
        c: { type: string }
      events:
        e1: { description: D., properties: { a: { type: string }, b: { type: string }, c: always } }
        e2: { description: D., properties: { a: { type: string }, b: { type: string, max_length: 3 }, c: always } }
        e3: { description: D., properties: { b: { type: string, max_length: 4 }, c: always } }
      `,
    [],
  ],
  [
    "a template is one place",
    yaml`
      events:
        f.<n>.used: { description: D., expand: { n: [x, y, z] }, properties: { a: { type: string } } }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(repeatedInlineProperty, text)).toEqual(wanted);
});
