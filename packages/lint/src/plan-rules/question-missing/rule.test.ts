import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { questionMissing } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "what goes away answers nothing any more",
    yaml`
      events:
        a: { description: D. }
        b: { description: D., deprecated: { reason: R., sunset: 2099-01-01 } }
      `,
    ["events/a"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(questionMissing, text)).toEqual(wanted);
});
