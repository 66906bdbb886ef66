import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { placeholderLink } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "every text that explains",
    yaml`
      properties:
        p: { type: string, pii: { class: email, handling: allow, reason: TBD, until: 2099-01-01 } }
      events:
        a: { description: D., answers: "?", emitted_from: TODO }
        b: { description: D., deprecated: { reason: FIXME, sunset: 2099-01-01 } }
      funnels:
        f:
          description: TBD
          by: distinct_id
          window: 1d
          stages: { a: { event: a }, b: { event: b } }
      `,
    ["events/a", "events/a", "events/b", "funnels/f", "properties/p"],
  ],
  [
    "a list of todos is none",
    yaml`
      events:
        todo.list.opened: { description: D., trigger: The list of todos is visible., answers: Who plans? }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(placeholderLink, text)).toEqual(wanted);
});
