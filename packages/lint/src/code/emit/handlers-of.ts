import { around, type Module } from "../link/module.js";
import type { Handler } from "../site.js";
import { spanOf } from "./span-of.js";
import { chainOf } from "./value-fact-of.js";

const METHODS: ReadonlySet<string> = new Set([
  "GET",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "HEAD",
  "OPTIONS",
]);
const WAITS: ReadonlySet<string> = new Set([
  ...[
    "flush",
    "flushAsync",
    "shutdown",
    "shutdownAsync",
    "_shutdown",
    "closeAndFlush",
    "waitUntil",
    "after",
  ],
  ...["withFlush", "captureImmediate", "unstable_after"],
]);

/** The serverless handlers of a file, by function. */
export function handlersIn(module: Module): ReadonlyMap<number, Handler> {
  const found = new Map<number, Handler>();
  for (const { n, at, f } of module.facts.handlers) {
    const platform = platformOf(module.file, n, module);
    if (!platform || found.has(f)) continue;
    const handler = { span: spanOf(module, at), name: n, platform, flushes: waits(module, f) };
    found.set(f, handler);
  }
  return found;
}

/** Whose convention an exported function follows; null for none. */
function platformOf(file: string, n: string, module: Module): Handler["platform"] | null {
  if (METHODS.has(n))
    return /(^|\/)route\.[cm]?[jt]sx?$/.test(file)
      ? "next-route"
      : /(^|\/)(api|functions)\//.test(file)
        ? "edge-function"
        : null;
  if (n === "onRequest" || n.startsWith("onRequest")) return "edge-function";
  if (n === "fetch" || n === "scheduled" || n === "queue")
    return module.exports.has("default") ? "worker" : null;
  if (n === "handler") return /(^|\/)netlify\//.test(file) ? "netlify" : "aws-lambda";
  if (n !== "default") return null;
  if (/(^|\/)pages\/api\//.test(file)) return "next-api";
  if (/(^|\/)netlify\/(edge-)?functions\//.test(file)) return "netlify";
  return /(^|\/)api\/[^/]+\.[cm]?[jt]s$/.test(file) &&
    module.facts.imports.some((it) => it.m.startsWith("@vercel/"))
    ? "edge-function"
    : null;
}

/** It waits for delivery itself, or something around it does. */
function waits(module: Module, f: number): boolean {
  for (const call of module.facts.calls) {
    const last = chainOf(module, call.callee).at(-1) ?? "";
    if (!WAITS.has(last)) continue;
    for (const fn of around(module, call.f)) if (fn.i === f) return true;
    // `export const handler = withFlush(tracker, async () => …)`.
    if (call.args.some((it) => it.t === "function" && it.i === f)) return true;
  }
  return false;
}
