import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { ownerMissing } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "one owner for all",
    yaml`
      plan: shop
      defaults: { owner: team }
      events:
        a: { description: D. }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(ownerMissing, text)).toEqual(wanted);
});
