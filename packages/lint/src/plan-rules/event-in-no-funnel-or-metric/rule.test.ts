import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { eventInNoFunnelOrMetric } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "counted in every way that there is",
    yaml`
      plan: shop
      integrations: [git]
      events:
        a: { description: D. }
        b: { description: D. }
        c: { description: D., integration: git }
        d: { description: D., sentiment: negative }
      activation: { event: a, from: b, within: 1d }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(eventInNoFunnelOrMetric, text)).toEqual(wanted);
});
