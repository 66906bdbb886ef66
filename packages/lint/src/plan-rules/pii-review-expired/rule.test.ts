import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { piiReviewExpired } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "the last day still counts",
    yaml`
      properties:
        email: { type: string, pii: { class: email, handling: allow, reason: Receipts., until: 2026-06-01 } }
        other: { type: string, pii: { class: email, handling: hash, until: 2020-01-01 } }
      `,
    [],
  ],
  [
    "the day after does not",
    yaml`
      properties:
        email: { type: string, pii: { class: email, handling: allow, reason: Receipts., until: 2026-05-31 } }
      `,
    ["properties/email"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(piiReviewExpired, text)).toEqual(wanted);
});
