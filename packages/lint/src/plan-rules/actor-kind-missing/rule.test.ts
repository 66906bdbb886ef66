import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { actorKindMissing } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "one actor for all",
    yaml`
      plan: shop
      defaults: { actor: user }
      events:
        a: { description: D. }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(actorKindMissing, text)).toEqual(wanted);
});
