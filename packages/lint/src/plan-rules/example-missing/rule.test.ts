import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { exampleMissing } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "kinds that show themselves",
    yaml`
      properties:
        a: { type: boolean }
        b: { type: enum, values: [x] }
        c: { type: timestamp }
        d: { type: const, value: 1 }
        e: { type: string, pii: free_text }
        f: { type: object, properties: { g: { type: string } }, examples: [{ g: h }] }
      `,
    [],
  ],
  [
    "text and numbers",
    yaml`
      properties:
        a: { type: string }
        b: { type: integer }
      `,
    ["properties/a", "properties/b"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(exampleMissing, text)).toEqual(wanted);
});
