import type { Expr } from "../facts/expr.js";
import { evaluate } from "./evaluate.js";
import { expand } from "./expand.js";
import type { Links } from "./links.js";
import type { CallRef, Module } from "./module.js";
import type { Value } from "./value.js";
import { vendors } from "./vendors.js";

/** What a call calls, as far as the code base says; a guess by name where it says nothing. */
export function calleeValues(links: Links, call: CallRef): readonly Value[] {
  const { callee } = call.fact;
  if (callee.t === "member" && BUILTINS.has(callee.key)) return [];
  const direct = evaluate(links.world, call.module, callee, null);
  if (direct.length === 1 && direct[0] && isSettled(direct[0])) return direct;
  if (direct.some(isEffect)) return effectValues(links, call);
  const values = direct.flatMap((it) => expand(links, it));
  if (values.some((it) => !isOpaque(links, it))) return values;
  const guess = guessed(call.module, callee);
  return guess ? [guess] : values;
}

/** `call` and its like of redux-saga: they call their first argument with the rest. */
function isEffect(value: Value): boolean {
  return (
    value.k === "external" &&
    value.m.startsWith("redux-saga") &&
    /^(call|fork|spawn)$/.test(value.path.at(-1) ?? "")
  );
}

/** `call(track, "x")`, `call([analytics, analytics.track], "x")`. */
function effectValues(links: Links, { module, fact }: CallRef): readonly Value[] {
  const [first] = fact.args;
  const given = first?.t === "array" ? first.items[1] : first;
  if (!given || given.t === "spread") return [];
  return evaluate(links.world, module, given, null)
    .flatMap((it) => expand(links, it))
    .map((it) => ({ k: "builtin", of: it, name: "call" }));
}

/** Methods of lists, texts and expectations: half of all calls, and none that could send. */
const BUILTINS: ReadonlySet<string> = new Set([
  ...[
    "map",
    "filter",
    "forEach",
    "flatMap",
    "reduce",
    "some",
    "every",
    "find",
    "findIndex",
    "slice",
  ],
  ...["join", "includes", "indexOf", "startsWith", "endsWith", "trim", "split", "replace", "sort"],
  ...[
    "replaceAll",
    "toString",
    "toLowerCase",
    "toUpperCase",
    "localeCompare",
    "charCodeAt",
    "concat",
  ],
  ...["toBe", "toEqual", "toContain", "toHaveBeenCalledWith", "toHaveLength", "padEnd", "padStart"],
]);

function isSettled(value: Value): boolean {
  return value.k === "function" || value.k === "method" || value.k === "generated";
}

function isOpaque(links: Links, value: Value): boolean {
  if (value.k === "typed") return !value.member || !links.emitters.has(value.member);
  if (value.k === "external") return !value.path.includes("()") && !value.path.includes("new");
  return value.k === "unknown" || value.k === "symbol" || value.k === "builtin";
}

/** `this.$posthog.capture(…)`: the receiver's own name says which SDK it is. */
function guessed(module: Module, callee: Expr): Value | null {
  if (callee.t === "cast") return guessed(module, callee.of);
  if (callee.t !== "member") return null;
  const name = lastName(module, callee.of);
  if (name === "") return null;
  for (const vendor of vendors)
    if (vendor.methods[callee.key] && vendor.named.test(name))
      return {
        k: "method",
        vendor: vendor.name,
        name: callee.key,
        isPayload: null,
        isGuess: true,
      };
  return null;
}

const FINDS: ReadonlySet<string> = new Set(["get", "inject", "resolve", "use", "getContext"]);

/** The last name in an expression: `this.deps.posthog` gives `posthog`, `usePostHog()` itself. */
export function lastName(module: Module, expr: Expr): string {
  switch (expr.t) {
    case "name":
      return module.facts.bindings[expr.b]?.n ?? "";
    case "global":
      return expr.n;
    case "member":
      return expr.key === "current" || expr.key === "value" ? lastName(module, expr.of) : expr.key;
    case "cast":
      return lastName(module, expr.of);
    case "call": {
      const call = module.facts.calls[expr.i];
      const [first] = call?.args ?? [];
      const name = call ? lastName(module, call.callee) : "";
      // `c.get("posthog")`: the container's key is the name.
      return FINDS.has(name) && first?.t === "string" ? first.v : name;
    }
    default:
      return "";
  }
}
