import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { triggerMissing } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "deprecated or not",
    yaml`
      events:
        a: { description: D. }
        b: { description: D., trigger: The last byte was sent. }
      `,
    ["events/a"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(triggerMissing, text)).toEqual(wanted);
});
