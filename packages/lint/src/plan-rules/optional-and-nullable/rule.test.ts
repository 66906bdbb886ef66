import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { optionalAndNullable } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "one way is enough, a condition is a way, traits are always optional",
    yaml`
      plan: shop
      person: { traits: { nick: { type: string, nullable: true, pii: none } } }
      properties:
        shared: { type: string, nullable: true }
      events:
        a:
          description: D.
          properties:
            b: { type: string, nullable: true, required: always }
            c: { type: string, required: optional }
            d: { type: string, nullable: true, required: { when: { c: x } } }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(optionalAndNullable, text)).toEqual(wanted);
});
