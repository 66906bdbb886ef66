import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { propertyUnused } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "used in every place that there is",
    yaml`
      plan: shop
      properties:
        by_event: { type: string }
        by_group: { type: string }
        by_trait: { type: string }
        by_item: { type: enum, values: [x] }
        by_ref: { type: string }
        by_shared: { type: string }
        from_shared: { ref: by_shared }
      property_groups:
        g: { description: D., properties: { by_group: always } }
      person: { traits: { by_trait: optional, list: { type: array, items: { ref: by_item } } } }
      events:
        e: { description: D., include: [g], properties: { by_event: always, other: { ref: by_ref }, last: { ref: from_shared } } }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(propertyUnused, text)).toEqual(wanted);
});
