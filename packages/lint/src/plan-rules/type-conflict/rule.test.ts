import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { typeConflict } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "units, currencies and kinds",
    yaml`
      events:
        a:
          description: D.
          properties:
            price_cents: { type: money, currency: EUR, unit: minor }
            wait: { type: duration, unit: s }
            kind: { type: string }
        b:
          description: D.
          properties:
            price_cents: { type: money, currency: USD, unit: minor }
            wait: { type: duration, unit: ms }
            kind: { type: enum, values: [x, y] }
      `,
    ["events/b/properties/price_cents", "events/b/properties/wait"],
  ],
  [
    "integers are numbers, enums of text are text, named types are what they name",
    yaml`
      types:
        place: { type: string }
      events:
        a:
          description: D.
          properties:
            count: { type: integer }
            where: { type: named, name: place }
            what: { type: union, any_of: [{ type: string }, { type: integer }] }
        b:
          description: D.
          properties:
            count: { type: number }
            where: { type: string }
            what: { type: string }
      `,
    [],
  ],
  [
    "a shared property that is tightened stays one column",
    yaml`
      properties:
        code: { type: string }
      events:
        a: { description: D., properties: { code: { required: always, max_length: 4 } } }
        b: { description: D., properties: { code: optional } }
      `,
    [],
  ],
  [
    "traits and insides of objects have columns of their own",
    yaml`
      plan: shop
      person: { traits: { size: { type: string } } }
      events:
        a: { description: D., properties: { size: { type: integer }, box: { type: object, properties: { size: { type: boolean } } } } }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(typeConflict, text)).toEqual(wanted);
});
