import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { piiInFunnelBreakdown } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "what leaves as it is may be filtered by",
    yaml`
      events:
        a: { description: D. }
        b: { description: D., properties: { x: { type: string, required: always, pii: { class: email, handling: allow, reason: R., until: 2099-01-01 } } } }
      funnels:
        f: { description: D., by: distinct_id, window: 1d, stages: { a: { event: a }, b: { event: b, where: { x: y } } } }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(piiInFunnelBreakdown, text)).toEqual(wanted);
});
