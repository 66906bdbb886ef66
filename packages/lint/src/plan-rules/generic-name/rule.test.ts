import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { genericName } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "events of generic words only, and drawers",
    yaml`
      events:
        click: { description: D. }
        button_clicked: { description: D. }
        link_opened: { description: D. }
        buy_button_clicked: { description: D. }
        order_paid:
          description: D.
          properties:
            data: { type: string }
            order_data: { type: string }
            kind: { type: object, properties: { data: { type: string } } }
      `,
    ["events/button_clicked", "events/click", "events/order_paid/properties/data"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(genericName, text)).toEqual(wanted);
});
