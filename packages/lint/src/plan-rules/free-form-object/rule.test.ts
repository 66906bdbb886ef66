import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { freeFormObject } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "maps and schemas that say something",
    yaml`
      properties:
        a: { type: map, max_keys: 3, values: { type: integer } }
        b: { type: map, keys: ^a$, values: { type: integer } }
        c: { type: json_schema, schema: { type: object, properties: { x: { type: string } } } }
        d: { type: object, properties: { x: { type: string } } }
      `,
    [],
  ],
  [
    "in lists too",
    yaml`
      properties:
        a: { type: array, items: { type: map, values: { type: string } } }
        b: { type: json_schema, schema: { type: object } }
      `,
    ["properties/a", "properties/b"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(freeFormObject, text)).toEqual(wanted);
});
