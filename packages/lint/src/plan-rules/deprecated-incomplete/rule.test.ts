import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { deprecatedIncomplete } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "properties too",
    yaml`
      events:
        a: { description: D., deprecated: { reason: R. } }
        b: { description: D., properties: { c: { type: string, deprecated: { reason: R. } }, d: { type: string, deprecated: { reason: R., sunset: 2099-01-01 } } } }
      `,
    ["events/a", "events/b/properties/c"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(deprecatedIncomplete, text)).toEqual(wanted);
});
