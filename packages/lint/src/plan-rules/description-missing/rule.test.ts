import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { descriptionMissing } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "everywhere that a value has a name",
    yaml`
      plan: shop
      context: { c: { from: caller } }
      groups: { g: { traits: { t: { type: string } } } }
      types: { t: { type: object, properties: { u: { type: string } } } }
      properties: { s: { type: string } }
      events:
        e:
          description: D.
          properties: { s: always, p: { type: object, properties: { q: { type: string } } } }
      `,
    [
      "context/c",
      "events/e/properties/p",
      "events/e/properties/p/q",
      "groups/g/traits/t",
      "properties/s",
      "types/t/u",
    ],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(descriptionMissing, text)).toEqual(wanted);
});
