import type { EventSpec } from "../language/sections/event.js";
import type { Definition } from "./collect.js";
import type { PlanScope } from "./definitions.js";
import { expectRuntimes, expectTeam, expectWord } from "./expect-word.js";
import type { Report } from "./report.js";
import type { Product } from "./resolved-plan.js";
import type { Vocabulary } from "./vocabulary.js";

/** The products an event belongs to: its file's product, those it names, or all. */
export function productsOf(
  { value, file: { located }, product }: Definition<EventSpec>,
  { products }: Vocabulary,
  report: Report,
): readonly string[] {
  const names = products.map((it) => it.name);
  const { products: said } = value;
  if (product !== null) {
    if (said?.some((it) => it !== product) === true)
      report.add(
        "product-unknown",
        located.keySpan(value, "products"),
        `This file is product "${product}"'s, and so are its events.`,
        { help: "Move the event to a file without `product:`, or take `products:` out." },
      );
    return names.includes(product) ? [product] : [];
  }
  if (said === undefined) return names;
  const where = { code: "product-unknown", what: "product", where: "`products:`" } as const;
  const known = said.filter((name, index) =>
    expectWord(name, names, located.keySpan(said, index), report, where),
  );
  return [...new Set(known)].sort();
}

/** Findings for words of an event that the plan does not know. */
export function expectEventWords(
  { value, file: { located }, product }: Definition<EventSpec>,
  products: readonly string[],
  { vocabulary, report }: PlanScope,
): void {
  const expect = (
    key: "stage" | "tier" | "integration" | "feature",
    known: () => readonly { readonly name: string }[],
    where: string,
  ): void => {
    const word = value[key];
    if (word === undefined) return;
    const names = known().map((it) => it.name);
    const sought = { code: "ref-unknown", what: key, where } as const;
    expectWord(word, names, located.valueSpan(value, key), report, sought);
  };
  const isHolder = (it: Product): boolean => product === null || products.includes(it.name);
  expect("stage", () => vocabulary.stages, "`stages:`");
  expect("tier", () => vocabulary.tiers, "`tiers:`");
  expect("integration", () => vocabulary.integrations, "`integrations:`");
  expect(
    "feature",
    () => vocabulary.products.filter(isHolder).flatMap((it) => it.features),
    "the product's `features:`",
  );
  expectTeam(value.owner, vocabulary, () => located.valueSpan(value, "owner"), report);
  expectRuntimes(value.runtimes, vocabulary, located, report);
}
