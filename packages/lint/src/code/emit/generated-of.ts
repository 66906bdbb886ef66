import { evaluate } from "../link/evaluate.js";
import { open } from "../link/link.js";
import type { Links } from "../link/links.js";
import type { CallRef } from "../link/module.js";
import type { ClientFact } from "../link/value.js";
import type { GeneratedClient } from "../site.js";
import { placeOf, type Surroundings } from "./place-of.js";
import { propertiesOfExpr } from "./properties-of.js";
import { spanOf } from "./span-of.js";
import { chainOf, valueFactOf } from "./value-fact-of.js";

/** A client as a site shows it: which one, and who bound it to which tenant. */
export function generatedClient(
  links: Links,
  surroundings: Surroundings,
  { module, product, runtime, isBound, binding }: ClientFact,
): GeneratedClient {
  return {
    module,
    product,
    runtime,
    isBound,
    tenant: binding ? tenantOf(links, binding) : null,
    binding: binding
      ? {
          span: spanOf(binding.module, binding.fact.at),
          place: placeOf(
            surroundings,
            binding.module,
            binding.fact.f,
            binding.fact.isInLoop === true,
          ),
        }
      : null,
  };
}

/** What says the tenant: `forTenant(x)`, `with({ tenant_id: x })`, `withTenant(tracker, x, …)`. */
function tenantOf(links: Links, { module, fact }: CallRef): GeneratedClient["tenant"] {
  const name = chainOf(module, fact.callee).at(-1);
  const [first, second] = fact.args;
  if (name === "forTenant" && first) return valueFactOf(links, module, first);
  if (name === "withTenant" && second) return valueFactOf(links, module, second);
  if (name !== "with" || !first) return null;
  const { entries } = propertiesOfExpr(links, module, first);
  return entries.find((it) => it.key === "tenant_id")?.value ?? null;
}

/** Names that a curried call can mean: `track("a.b.c")`. */
export function curriedNames(links: Links, call: CallRef): ReturnType<typeof evaluate> {
  const [first] = call.fact.args;
  return first ? open(links, () => evaluate(links.world, call.module, first, null)) : [];
}
