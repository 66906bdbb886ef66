import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { exampleRealLookingPii } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "what is set aside for examples",
    yaml`
      properties:
        a: { type: string, examples: [jo@example.com, jo@mail.example.org, x@shop.test] }
        b: { type: string, examples: ["+1 202 555 0143", "192.0.2.7", "10.1.2.3", "4242 4242 4242 4242"] }
        c: { type: string, examples: [AKIAIOSFODNN7EXAMPLE, an_8f2, "2026-12-01", "1234567890123"] }
      `,
    [],
  ],
  [
    "what is not, at any depth",
    yaml`
      properties:
        a: { type: string, examples: [fine, jo@acme.io] }
        b: { type: string, examples: ["+49 30 9018 2233"] }
        c: { type: string, examples: ["8.8.4.4"] }
        d: { type: string, examples: ["5105 1051 0510 5100"] }
        e: { type: object, properties: { x: { type: string } }, examples: [{ x: someone@gmail.com }] }
        f: { type: string, examples: ["532-71-4290"] }
      `,
    [
      "properties/a",
      "properties/b",
      "properties/c",
      "properties/d",
      "properties/e",
      "properties/f",
    ],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(exampleRealLookingPii, text)).toEqual(wanted);
});
