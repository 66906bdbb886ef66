import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { contextCallerSettable } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "what only callers know",
    yaml`
      plan: shop
      context:
        tenant_id: { from: caller }
        product: { from: client }
        timestamp: { from: clock }
      `,
    [],
  ],
  [
    "time from a caller",
    yaml`
      plan: shop
      context:
        timestamp: { from: caller }
      `,
    ["context/timestamp"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(contextCallerSettable, text)).toEqual(wanted);
});
