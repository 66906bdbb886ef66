import type { Expr } from "../facts/expr.js";
import { evaluate } from "../link/evaluate.js";
import { open } from "../link/link.js";
import type { Links } from "../link/links.js";
import type { Module } from "../link/module.js";
import type { TypeEscape, ValueFact, ValueKind } from "../value-fact.js";
import { propertiesOfExpr } from "./properties-of.js";
import { spanOf } from "./span-of.js";

/** Parts of parts that are kept. */
const DEEPEST = 4;
/** Values that a literal union can have to be listed. */
const MOST = 60;

/** What is said of a value where it is passed. */
export function valueFactOf(links: Links, module: Module, expr: Expr, depth = 0): ValueFact {
  const escapes: TypeEscape[] = [];
  let inner = expr;
  while (inner.t === "cast") {
    if (inner.escape) escapes.push({ kind: inner.escape, span: spanOf(module, inner.at) });
    inner = inner.of;
  }
  const path = chainOf(module, inner);
  const literals = literalsOf(links, module, inner);
  const call = inner.t === "call" ? module.facts.calls[inner.i] : undefined;
  return {
    span: spanOf(module, expr.at),
    kind: kindOf(module, inner, literals),
    literals,
    path,
    origin: originOf(module, inner, path),
    call: call ? chainOf(module, call.callee) : [],
    parts:
      depth < DEEPEST
        ? partsOf(module, inner).map((it) => valueFactOf(links, module, it, depth + 1))
        : [],
    properties:
      depth < DEEPEST && isObject(module, inner)
        ? propertiesOfExpr(links, module, inner, depth + 1)
        : null,
    escapes,
  };
}

/** `user.profile.email` as names; a call in the chain by its function's name and `()`. */
export function chainOf(module: Module, expr: Expr): readonly string[] {
  switch (expr.t) {
    case "name": {
      const n = module.facts.bindings[expr.b]?.n ?? "";
      return n === "" ? [] : [n];
    }
    case "global":
      return [expr.n];
    case "this":
      return ["this"];
    case "super":
      return ["super"];
    case "member": {
      const of = chainOf(module, expr.of);
      return [...of, expr.key];
    }
    case "index":
      return [...chainOf(module, expr.of), "*"];
    case "cast":
      return chainOf(module, expr.of);
    case "call": {
      const call = module.facts.calls[expr.i];
      const of = call ? chainOf(module, call.callee) : [];
      return of.length > 0 ? [...of.slice(0, -1), `${of.at(-1)}()`] : [];
    }
    case "param": {
      const n = module.facts.functions[expr.f]?.params[expr.i]?.n ?? "";
      return n === "" ? [] : [n];
    }
    case "element":
    case "rest":
      return chainOf(module, expr.of);
    default:
      return [];
  }
}

/** The chain behind a variable: of what it was destructured from or set to. */
function originOf(module: Module, expr: Expr, path: readonly string[]): readonly string[] {
  let here = expr;
  let tail: readonly string[] = [];
  for (let depth = 0; depth < 6; depth++) {
    if (here.t === "member") {
      tail = [here.key, ...tail];
      here = here.of;
    } else if (here.t === "cast") here = here.of;
    else if (here.t === "name") {
      const [def] = module.facts.bindings[here.b]?.defs ?? [];
      const useful = def?.t === "either" ? def.of[0] : def;
      if (!useful || !["member", "name", "cast", "call", "element"].includes(useful.t)) break;
      here = useful;
    } else break;
  }
  const chain = [...chainOf(module, here), ...tail];
  return chain.length > 0 ? chain : path;
}

function literalsOf(links: Links, module: Module, expr: Expr): ValueFact["literals"] {
  if (["object", "array", "function", "class", "call"].includes(expr.t)) return null;
  if (expr.t === "value") return expr.v === undefined ? null : [expr.v];
  const values = open(links, () => evaluate(links.world, module, expr, null));
  if (values.length === 0 || values.length > MOST) return null;
  const literals: (string | number | boolean)[] = [];
  for (const value of values) {
    if (value.k === "string") literals.push(value.v);
    else if (value.k === "scalar" && value.v !== null) literals.push(value.v);
    else return null;
  }
  return [...new Set(literals)];
}

/** What well-known functions and methods give. */
const BY_METHOD: ReadonlyMap<string, ValueKind> = new Map(
  Object.entries<readonly string[]>({
    number: [
      "getTime",
      "now",
      "indexOf",
      "round",
      "floor",
      "ceil",
      "parseInt",
      "parseFloat",
      "Number",
    ],
    string: [
      "toString",
      "toISOString",
      "stringify",
      "String",
      "join",
      "trim",
      "toLowerCase",
      "toUpperCase",
      "toFixed",
    ],
    boolean: ["Boolean", "includes", "startsWith", "endsWith", "some", "every", "has", "isArray"],
    array: ["map", "filter", "keys", "values"],
  } satisfies Partial<Record<ValueKind, readonly string[]>>).flatMap(([kind, names]) =>
    names.map((it) => [it, kind as ValueKind] as const),
  ),
);

function kindOf(module: Module, expr: Expr, literals: ValueFact["literals"]): ValueKind {
  const sorts = new Set(literals?.map((it) => (it === null ? "null" : typeof it)));
  const [sort] = sorts;
  if (sorts.size === 1 && (sort === "string" || sort === "number" || sort === "boolean"))
    return sort;
  switch (expr.t) {
    case "value":
    case "other":
      return expr.kind;
    case "template":
    case "string":
      return "string";
    case "sum": {
      const sides = [expr.left, expr.right].map((it) => kindOf(module, it, null));
      if (sides.includes("string")) return "string";
      return sides.every((it) => it === "number") ? "number" : "unknown";
    }
    case "object":
      return "object";
    case "array":
      return "array";
    case "function":
      return "function";
    case "member":
      return expr.key === "length" || expr.key === "size" ? "number" : "unknown";
    case "name": {
      const { defs = [], type } = module.facts.bindings[expr.b] ?? {};
      if (
        type?.t === "plain" &&
        (type.n === "string" || type.n === "number" || type.n === "boolean")
      )
        return type.n;
      const [def] = defs;
      return defs.length === 1 && def && def.t !== "name" ? kindOf(module, def, null) : "unknown";
    }
    case "call": {
      const call = module.facts.calls[expr.i];
      const last = call ? chainOf(module, call.callee).at(-1) : undefined;
      if (call?.kind === "new") return last === "Date" ? "date" : "object";
      return BY_METHOD.get(last ?? "") ?? "unknown";
    }
    case "either": {
      const kinds = new Set(
        expr.of
          .map((it) => kindOf(module, it, null))
          .filter((it) => it !== "null" && it !== "undefined"),
      );
      const [kind] = kinds;
      return kinds.size === 1 && kind ? kind : "unknown";
    }
    default:
      return "unknown";
  }
}

function partsOf(module: Module, expr: Expr): readonly Expr[] {
  switch (expr.t) {
    case "template":
      return expr.holes;
    case "sum":
      return [expr.left, expr.right];
    case "either":
      return expr.of;
    case "array":
      return expr.items.slice(0, 12);
    case "spread":
      return [expr.of];
    case "other":
      return expr.parts;
    case "index":
      return [expr.of];
    case "call": {
      const call = module.facts.calls[expr.i];
      if (!call) return [];
      const receiver = call.callee.t === "member" ? [call.callee.of] : [];
      return [...receiver, ...call.args.slice(0, 6)];
    }
    default:
      return [];
  }
}

function isObject(module: Module, expr: Expr): boolean {
  if (expr.t === "object") return true;
  const [def] = expr.t === "name" ? (module.facts.bindings[expr.b]?.defs ?? []) : [];
  return expr.t === "name" && module.facts.bindings[expr.b]?.n === "" && def?.t === "object";
}
