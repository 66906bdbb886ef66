import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { expiresTooFar } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "two years are enough",
    yaml`
      events:
        a: { description: D., expires: 2028-05-31 }
        b: { description: D., expires: never }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(expiresTooFar, text)).toEqual(wanted);
});
