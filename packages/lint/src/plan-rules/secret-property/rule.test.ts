import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { secretProperty } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "facts about secrets, counts, and what is dropped",
    yaml`
      properties:
        has_token: { type: boolean }
        token_count: { type: integer }
        input_tokens: { type: integer }
        api_key_kind: { type: enum, values: [read] }
        password_strength: { type: string }
        session_token: { type: string, pii: secret }
        keyboard: { type: string }
      `,
    [],
  ],
  [
    "secrets in every spelling, hashed or not",
    yaml`
      properties:
        password: { type: string }
        apikey: { type: string }
        accessToken: { type: string }
        session_cookie: { type: string }
        refresh_token: { type: string, pii: { class: secret, handling: hash } }
      `,
    [
      "properties/accessToken",
      "properties/apikey",
      "properties/password",
      "properties/refresh_token",
      "properties/session_cookie",
    ],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(secretProperty, text)).toEqual(wanted);
});
