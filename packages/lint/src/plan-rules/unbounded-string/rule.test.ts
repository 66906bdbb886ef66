import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { unboundedString } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "bounded ones, and what never leaves",
    yaml`
      plan: shop
      context:
        product: { from: client }
      properties:
        a: { type: string, max_length: 3 }
        b: { type: string, format: uuid }
        c: { type: string, pattern: ^x$ }
        d: { type: string, pii: free_text }
      `,
    [],
  ],
  [
    "inside an object",
    yaml`
      properties:
        box: { type: object, properties: { a: { type: string } } }
      `,
    ["properties/box/a"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(unboundedString, text)).toEqual(wanted);
});
