import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { productWithoutActivation } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "a plan that names no products",
    yaml`
      events:
        a: { description: D. }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(productWithoutActivation, text)).toEqual(wanted);
});
