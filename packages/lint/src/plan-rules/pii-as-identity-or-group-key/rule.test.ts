import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { piiAsIdentityOrGroupKey } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "hashed keys and random ids",
    yaml`
      plan: shop
      context: { tenant_id: { from: caller, group: tenant }, company_email: { from: caller, group: company, pii: email } }
      person: { distinct_id: { pii: { class: email, handling: hash } } }
      `,
    [],
  ],
  [
    "keys in clear, or dropped",
    yaml`
      plan: shop
      context: { company_email: { from: caller, group: company } }
      person: { distinct_id: { pii: { class: phone, handling: drop } } }
      `,
    ["context/company_email", "person/distinct_id"],
  ],
  [
    "none is a decision",
    yaml`
      plan: shop
      context: { company_handle: { from: caller, group: company, pii: none } }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(piiAsIdentityOrGroupKey, text)).toEqual(wanted);
});
