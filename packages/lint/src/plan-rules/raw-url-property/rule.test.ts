import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { rawUrlProperty } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "parts of addresses, and decisions",
    yaml`
      properties:
        page_url: { type: string, pattern: ^/docs/ }
        url_kind: { type: enum, values: [x] }
        referrer: { type: string, pii: url }
        docs: { type: string, format: uri, pii: none }
        url_length: { type: integer }
      `,
    [],
  ],
  [
    "whole ones, by name or format",
    yaml`
      properties:
        homepage: { type: string, format: uri }
        referrer: { type: string }
      `,
    ["properties/homepage", "properties/referrer"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(rawUrlProperty, text)).toEqual(wanted);
});
