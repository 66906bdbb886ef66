import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { propertyUnavailableInRuntime } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "optional in Slack, or sent from the browser as well",
    yaml`
      plan: shop
      runtimes: [browser, slack]
      events:
        a: { description: D., runtimes: [slack], properties: { page_path: { type: string } } }
        b: { description: D., runtimes: [browser, slack], properties: { page_path: { type: string, required: always } } }
        c: { description: D., runtimes: [slack], properties: { page_size: { type: integer, required: always } } }
      `,
    [],
  ],
  [
    "words of a page",
    yaml`
      plan: shop
      runtimes: [slack]
      events:
        a:
          description: D.
          properties:
            utm_source: { type: string, required: always }
            page_title: { type: string, required: always }
            viewport_width: { type: integer, required: always }
      `,
    [
      "events/a/properties/page_title",
      "events/a/properties/utm_source",
      "events/a/properties/viewport_width",
    ],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(propertyUnavailableInRuntime, text)).toEqual(wanted);
});
