import { expect, test } from "vitest";
import { subjectsOf } from "../lint-text.js";
import { yaml } from "../yaml.js";
import { productNotGuaranteed } from "./rule.js";

test.each<[string, string, readonly string[]]>([
  [
    "products that share nothing, or that say who they are",
    yaml`
      plan: shop
      products: { web: {}, till: {} }
      events:
        a: { description: D., products: [web] }
        b: { description: D., products: [till] }
      `,
    [],
  ],
  [
    "a product field under another name",
    yaml`
      plan: shop
      products: { web: {}, till: {} }
      context: { app: { from: client, value: product } }
      events:
        a: { description: D. }
      `,
    [],
  ],
  [
    "one that only some runtimes carry",
    yaml`
      plan: shop
      runtimes: [browser, node]
      products: { web: {}, till: {} }
      context: { product: { from: client, runtimes: [node] } }
      events:
        a: { description: D. }
      `,
    ["context/product"],
  ],
])("%s", (_name, text, wanted) => {
  expect(subjectsOf(productNotGuaranteed, text)).toEqual(wanted);
});
