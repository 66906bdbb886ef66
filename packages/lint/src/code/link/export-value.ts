import { evaluate } from "./evaluate.js";
import { externalValue } from "./external-value.js";
import { clientOfModule, clientOfSpecifier } from "./generated-client.js";
import type { Module } from "./module.js";
import type { Value, World } from "./value.js";

/** Re-exports that are followed at most: cycles end here. */
const DEPTH = 24;

/** What a file gets by importing a name from a specifier; `*` is all of it. */
export function exportValue(world: World, from: string, m: string, n: string): readonly Value[] {
  const module = world.importOf(from, m);
  const client = clientOfSpecifier(m) ?? (module ? clientOfModule(module, m) : null);
  if (client) {
    const whole: Value = { k: "generated", client, role: { k: "module" } };
    return n === "createTracker" ? [{ ...whole, role: { k: "create" } }] : n === "*" ? [whole] : [];
  }
  if (!module) return [externalValue(m, n === "*" ? [] : [n])];
  if (n === "*") return [{ k: "namespace", module }];
  return moduleExport(world, module, n, 0) ?? [{ k: "external", m, path: [n] }];
}

/** An export by name, also through barrels; null where there is none. */
export function moduleExport(
  world: World,
  module: Module,
  n: string,
  depth: number,
): readonly Value[] | null {
  if (depth > DEPTH) return null;
  const own = module.exports.get(n);
  if (own) return evaluate(world, module, own, null);
  if (n === "default") return null;
  for (const star of module.facts.stars) {
    const next = world.importOf(module.file, star);
    if (next) {
      const found = moduleExport(world, next, n, depth + 1);
      if (found) return found;
    } else {
      const outside = externalValue(star, [n]);
      if (outside.k !== "external") return [outside];
    }
  }
  return null;
}
