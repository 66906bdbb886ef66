import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { renamedToDeprecatedOrCycle } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "a circle",
    yaml`
      events:
        a: { description: D., deprecated: { reason: R., replaced_by: b, sunset: 2099-01-01 } }
        b: { description: D., deprecated: { reason: R., replaced_by: a, sunset: 2099-01-01 } }
      `,
    ["events/a", "events/b"],
  ],
  [
    "a chain to something that goes without a replacement",
    yaml`
      events:
        a: { description: D., deprecated: { reason: R., replaced_by: b, sunset: 2099-01-01 } }
        b: { description: D., deprecated: { reason: R., sunset: 2099-01-01 } }
      `,
    ["events/a"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(renamedToDeprecatedOrCycle, text)).toEqual(wanted);
});
