import type { ActivationSpec } from "../language/sections/product.js";
import type { Collected, Definition } from "./collect.js";
import { type EventIndex, expectEvent } from "./event-index.js";
import type { Report } from "./report.js";
import type { Product } from "./resolved-plan.js";
import { resolveTimeSpan } from "./time-span.js";
import type { Vocabulary } from "./vocabulary.js";

/** The products with their activations. */
export function resolveActivations(
  collected: Collected,
  { products }: Vocabulary,
  events: EventIndex,
  report: Report,
): readonly Product[] {
  const found = activationsByProduct(collected, products, report);
  return products.map((product) => {
    const definition = found.get(product.name);
    if (definition === undefined) return product;
    const { value, file, origin } = definition;
    for (const key of ["event", "from"] as const) {
      expectEvent(value[key], file.located.valueSpan(value, key), product.name, events, report);
    }
    const { event, from, within, description = null } = value;
    return {
      ...product,
      activation: { event, from, within: resolveTimeSpan(within), description, origin },
    };
  });
}

function activationsByProduct(
  { activations }: Collected,
  products: readonly Product[],
  report: Report,
): ReadonlyMap<string, Definition<ActivationSpec>> {
  const found = new Map<string, Definition<ActivationSpec>>();
  const [only, ...others] = products;
  for (const definition of activations) {
    const product = definition.product ?? (others.length === 0 ? only?.name : undefined);
    const first = product === undefined ? undefined : found.get(product);
    if (product === undefined) {
      report.add(
        "product-unknown",
        definition.span,
        "An activation belongs to a product, and this file names none.",
        { help: "Add `product: <name>` to the file." },
      );
    } else if (first === undefined) found.set(product, definition);
    else
      report.add(
        "duplicate-definition",
        definition.span,
        `Product "${product}" has an activation already.`,
        {
          help: "A product has one aha moment. Keep one of the two.",
          related: [report.related("first defined here", first.span)],
        },
      );
  }
  return found;
}
