import { expect, test } from "vitest";
import { subjectsOf, viewText } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { domainUnknown } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "shared events are held to the plan's own list",
    yaml`
      plan: shop
      naming: { event: <domain>.<object>.<action>, domains: [account] }
      products: { web: { domains: [order] }, till: { domains: [till] } }
      events:
        account.user.joined: { description: D. }
        acount.user.joined: { description: D. }
      `,
    ["events/acount.user.joined"],
  ],
  [
    "a plan that lists none, or has another shape, is not judged",
    yaml`
      naming: { event: <domain>.<object>.<action> }
      events:
        what.ever.happened: { description: D. }
      `,
    [],
  ],
  [
    "another shape",
    yaml`
      plan: shop
      naming: { event: <object>_<action> }
      products: { web: { domains: [order] } }
      events:
        basket_filled: { description: D. }
      `,
    [],
  ],
  [
    "an exception may leave its domain",
    yaml`
      plan: shop
      naming: { event: <domain>.<object>.<action> }
      products: { web: { domains: [order] } }
      events:
        alert.ingested: { description: D., naming_exception: Two words. }
      `,
    [],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(domainUnknown, text)).toEqual(wanted);
});

test("the help says where a new domain is listed: with its product, or with what no product owns", () => {
  const view = viewText(yaml`
    plan: shop
    naming: { event: <domain>.<object>.<action>, domains: [account] }
    products: { web: { domains: [order] }, till: { domains: [till] } }
    events:
      session.day.began: { description: D. }
      refund.money.returned: { description: D., products: [web] }
    `);
  const helps = domainUnknown.check(view).map(({ help }) => help);
  expect(helps).toEqual([
    "There is account, order; a new one belongs under `products: { web: { domains: […] } }`.",
    "There is account, order, till; a new one belongs under `naming: { domains: […] }`.",
  ]);
});
