import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { freeTextProperty } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "what has a shape is no free text",
    yaml`
      properties:
        query: { type: string, pattern: "^[a-z]+$" }
        message_count: { type: integer }
        comment_length: { type: integer }
        query_kind: { type: enum, values: [x] }
        message: { type: string, pii: none }
        message_id: { type: string, pii: none }
      `,
    [],
  ],
  [
    "what people type",
    yaml`
      properties:
        error_message: { type: string }
        feedback: { type: string, max_length: 500 }
        search_term: { type: string }
      `,
    ["properties/error_message", "properties/feedback", "properties/search_term"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(freeTextProperty, text)).toEqual(wanted);
});
