import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { groupUnused } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "used by another group, or in a plan without events",
    yaml`
      property_groups:
        a: { description: D., properties: { x: { type: string } } }
        b: { description: D., include: [a], properties: { y: { type: string } } }
      events:
        e: { description: D., include: [b] }
      `,
    [],
  ],
  [
    "a library of groups",
    yaml`
      property_groups:
        a: { description: D., properties: { x: { type: string } } }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(groupUnused, text)).toEqual(wanted);
});
