import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { renamedShapeDiffers } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "the same shape, or less",
    yaml`
      events:
        a: { description: D., deprecated: { reason: R., replaced_by: b, sunset: 2099-01-01 }, properties: { x: { type: string }, y: { type: integer } } }
        b: { description: D., properties: { x: { type: string, required: always }, z: { type: string } } }
      `,
    [],
  ],
  [
    "another type",
    yaml`
      events:
        a: { description: D., deprecated: { reason: R., replaced_by: b, sunset: 2099-01-01 }, properties: { x: { type: string } } }
        b: { description: D., properties: { x: { type: integer } } }
      `,
    ["events/a"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(renamedShapeDiffers, text)).toEqual(wanted);
});
