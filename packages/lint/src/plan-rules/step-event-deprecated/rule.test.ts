import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { stepEventDeprecated } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "both names for a while",
    yaml`
      events:
        a: { description: D. }
        b: { description: D., deprecated: { reason: R., replaced_by: c, sunset: 2099-01-01 } }
        c: { description: D. }
      funnels:
        f: { description: D., by: distinct_id, window: 1d, stages: { a: { event: a }, b: { any_of: [b, c] } } }
      `,
    [],
  ],
  [
    "the old one alone",
    yaml`
      events:
        a: { description: D. }
        b: { description: D., deprecated: { reason: R., sunset: 2099-01-01 } }
      funnels:
        f: { description: D., by: distinct_id, window: 1d, stages: { a: { event: a }, b: { event: b } } }
      `,
    ["funnels/f/stages/b"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(stepEventDeprecated, text)).toEqual(wanted);
});
