import { byName } from "./by-name.js";
import type { Collected } from "./collect.js";
import { expectTeam, expectWord } from "./expect-word.js";
import { extensionsOf } from "./extensions.js";
import { isDevice } from "./file-name.js";
import type { Report } from "./report.js";
import { resolveLadder } from "./resolve-ladder.js";
import type { Product, Rung } from "./resolved-plan.js";
import { expectUsableName } from "./usable-name.js";
import type { Vocabulary } from "./vocabulary.js";

/** The plan's products; a plan that names none has one of its own name. */
export function resolveProducts(
  { root: { value: root, file, origin }, files, features }: Collected,
  vocabulary: Pick<Vocabulary, "teams">,
  report: Report,
): readonly Product[] {
  if (root.products === undefined) {
    const implicit: Product = {
      name: root.plan,
      title: root.title ?? root.plan,
      description: root.description ?? null,
      owner: root.defaults?.owner ?? null,
      domains: [],
      features: featuresOf(features, report),
      activation: null,
      implicit: true,
      origin,
      extensions: {},
    };
    expectFileProducts(files, [implicit], report);
    return [implicit];
  }
  const { products } = root;
  const spellings = new Map<string, string>();
  const resolved = Object.entries(products).map(([name, product]): Product => {
    const span = file.located.keySpan(products, name);
    expectUsableName(name, "product", span, report);
    if (isDevice(name))
      report.add("reserved-name", span, `Windows can have no folder called "${name}".`, {
        help: "Choose another name: a product's clients and pages stand in a folder of its own.",
      });
    expectTeam(product?.owner, vocabulary, () => span, report);
    const other = spellings.get(name.toLowerCase());
    if (other !== undefined)
      report.add("identifier-collision", span, `"${name}" and "${other}" share a folder.`, {
        help: "Rename one of the two: many disks do not tell upper case from lower.",
      });
    spellings.set(name.toLowerCase(), name);
    return {
      name,
      title: product?.title ?? name,
      description: product?.description ?? null,
      owner: product?.owner ?? root.defaults?.owner ?? null,
      domains: product?.domains ?? [],
      features: featuresOf(
        features.filter((it) => it.product === name || it.product === null),
        report,
      ),
      activation: null,
      implicit: false,
      origin: report.origin(span),
      extensions: product === null ? {} : extensionsOf(product, file.located),
    };
  });
  expectFileProducts(files, resolved, report);
  return byName(resolved);
}

/** A finding for each file of a product that the plan does not have. */
function expectFileProducts(
  files: Collected["files"],
  products: readonly Product[],
  report: Report,
): void {
  const names = products.map((product) => product.name);
  for (const { value, located } of files) {
    if (value.product === undefined) continue;
    expectWord(value.product, names, located.valueSpan(value, "product"), report, {
      code: "product-unknown",
      what: "product",
      where: "`products:`",
    });
  }
}

function featuresOf(features: Collected["features"], report: Report): readonly Rung[] {
  const kind = { what: "feature", kind: "text" } as const;
  return features.reduce<readonly Rung[]>(
    (before, { value, file: { located } }) =>
      resolveLadder(value, kind, (key) => located.keySpan(value, key), report, before),
    [],
  );
}
