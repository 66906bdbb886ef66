import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { booleanPrefix } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "verbs in any spelling",
    yaml`
      properties:
        is_new: { type: boolean }
        hasCard: { type: boolean }
        can_edit: { type: boolean }
        wasFirst: { type: boolean }
      `,
    [],
  ],
  [
    "a noun, also inside an object",
    yaml`
      properties:
        address: { type: object, properties: { verified: { type: boolean }, is_new: { type: boolean } } }
      `,
    ["properties/address/verified"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(booleanPrefix, text)).toEqual(wanted);
});
