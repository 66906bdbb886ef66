import type { Module } from "./module.js";
import type { ClientFact } from "./value.js";

const PACKAGE = /^@dd0c\/track-events\/([\w-]+)\/([\w-]+)$/;
const RUNTIMES: ReadonlySet<string> = new Set(["browser", "node", "slack"]);

/** The client that a specifier of dd0c's own package names. */
export function clientOfSpecifier(m: string): ClientFact | null {
  const [, product, runtime] = PACKAGE.exec(m) ?? [];
  if (!product || !runtime || !RUNTIMES.has(runtime)) return null;
  return { module: m, product, runtime, isBound: false, binding: null };
}

/** The client that a generated file is; its path says for which product and runtime. */
export function clientOfModule(module: Module, specifier: string): ClientFact | null {
  if (
    module.facts.generated === null ||
    !/createTracker/.test([...module.exports.keys()].join(" "))
  )
    return null;
  const { product, runtime } = addressOf(module.file);
  return { module: specifier, product, runtime, isBound: false, binding: null };
}

/** `…/cost/node.ts`: product and runtime, where the path says them. */
export function addressOf(file: string): { product: string | null; runtime: string | null } {
  const [product, name] = file.split("/").slice(-2);
  const runtime = (name ?? product ?? "").replace(/(\.d)?\.[cm]?[jt]s$/, "");
  if (!RUNTIMES.has(runtime)) return { product: null, runtime: null };
  return { product: name ? (product ?? null) : null, runtime };
}
