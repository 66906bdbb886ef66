import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { tenantIdNotGuaranteed } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "a tenant that is missing in a runtime",
    yaml`
      plan: shop
      runtimes: [browser, node]
      context:
        tenant_id: { from: caller, group: tenant, runtimes: [node] }
      `,
    ["context/tenant_id"],
  ],
  [
    "a group that people may or may not have joined, and fields without a group",
    yaml`
      plan: shop
      context:
        team_id: { from: caller, group: team, required: optional }
        region: { from: runtime, required: optional }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(tenantIdNotGuaranteed, text)).toEqual(wanted);
});
