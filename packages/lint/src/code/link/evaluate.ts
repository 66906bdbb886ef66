import type { Expr } from "../facts/expr.js";
import { callResult } from "./call-result.js";
import { compose } from "./compose.js";
import { elementsOf } from "./elements.js";
import { exportValue } from "./export-value.js";
import { memberValue, restStep } from "./member-value.js";
import type { Module } from "./module.js";
import { paramValue } from "./param-value.js";
import { typeValue } from "./type-value.js";
import { type Frame, unknown, type Value, type World } from "./value.js";

/** Values that one expression can have at most; beyond it is not followed. */
const MOST = 400;
/** Steps that one question may take; code that leads in circles ends here. */
const FUEL = 4_000;
/** Evaluations inside of evaluations; each takes a few frames of the stack. */
const DEEPEST = 150;

/** Begins a question: what follows may take so many steps, however it branches. */
export function refuel(world: World, fuel: number = FUEL): void {
  world.fuel = fuel;
}

/** Everything that an expression can be. Empty: nothing that could be followed, or only null. */
export function evaluate(
  world: World,
  module: Module,
  expr: Expr,
  frame: Frame | null,
): readonly Value[] {
  const memory = world.isOpen ? world.known.open : world.known.gated;
  const known = frame ? undefined : memory.get(expr);
  if (known) return known;
  if (world.fuel-- <= 0 || world.depth > DEEPEST) return [unknown("too-many")];
  if (!frame && world.underway.has(expr)) return [];
  if (!frame) world.underway.add(expr);
  world.depth++;
  const values = step(world, module, expr, frame);
  world.depth--;
  const kept = values.length > MOST ? [unknown("too-many")] : values;
  if (frame) return kept;
  world.underway.delete(expr);
  // What was cut short is asked again by whoever has the steps for it.
  if (world.fuel > 0) memory.set(expr, kept);
  return kept;
}

/** The same of several. */
export function evaluateAll(
  world: World,
  module: Module,
  exprs: readonly Expr[],
  frame: Frame | null,
): Value[] {
  const result: Value[] = [];
  for (const expr of exprs) {
    result.push(...evaluate(world, module, expr, frame));
    if (result.length > MOST) return [unknown("too-many")];
  }
  return result;
}

function step(world: World, module: Module, expr: Expr, frame: Frame | null): readonly Value[] {
  switch (expr.t) {
    case "string":
      return [{ k: "string", v: expr.v, module, at: expr.at }];
    case "value":
      return expr.v === undefined || expr.v === null ? [] : [{ k: "scalar", v: expr.v }];
    case "template": {
      const holes = expr.holes.map((it) => evaluate(world, module, it, frame));
      return compose(expr.texts, holes);
    }
    case "sum": {
      const sides = [expr.left, expr.right].map((it) => evaluate(world, module, it, frame));
      return compose(["", "", ""], sides);
    }
    case "either": {
      // `a && b` is b where it is anything; `a || b` can be both.
      const [left, right] = expr.of;
      if (expr.and && right) return evaluate(world, module, right, frame);
      if (left && right) {
        const both = evaluateAll(world, module, expr.of, frame);
        return both;
      }
      return [];
    }
    case "name":
      return bindingValue(world, module, expr.b, frame);
    case "global":
      return [{ k: "symbol", root: { k: "global", n: expr.n }, path: [] }];
    case "member": {
      const values = evaluate(world, module, expr.of, frame).flatMap((it) =>
        memberValue(world, it, expr.key),
      );
      // `this.$track` in a component's options is what a plugin gave to all of them.
      const isShared = expr.of.t === "this" && expr.of.c < 0 && expr.key.startsWith("$");
      return isShared && values.every((it) => it.k === "unknown")
        ? [{ k: "symbol", root: { k: "global", n: expr.key }, path: [] }]
        : values;
    }
    case "index": {
      const keys = evaluate(world, module, expr.by, frame);
      const of = evaluate(world, module, expr.of, frame);
      const names = keys.flatMap((it) => (it.k === "string" ? [it.v] : []));
      if (names.length > 0 && names.length === keys.length)
        return of.flatMap((it) => names.flatMap((name) => memberValue(world, it, name)));
      return of.flatMap((it) => elementsOf(world, it));
    }
    case "call": {
      const fact = module.facts.calls[expr.i];
      return fact ? callResult(world, { module, i: expr.i, fact }, frame) : [];
    }
    case "function": {
      const fn = module.functions[expr.i];
      return fn ? [{ k: "function", fn, frame, bound: 0 }] : [];
    }
    case "class": {
      const cls = module.classes[expr.i];
      return cls ? [{ k: "class", cls }] : [];
    }
    case "object":
      return [{ k: "object", module, expr, frame }];
    case "array":
      return [{ k: "array", module, items: expr.items, frame }];
    case "this": {
      const cls = module.classes[expr.c];
      if (cls) return [{ k: "instance", cls }];
      return expr.self >= 0 ? bindingValue(world, module, expr.self, frame) : [unknown("variable")];
    }
    case "super": {
      const base = module.classes[expr.c]?.fact.extends;
      if (!base) return [];
      return evaluate(world, module, base, frame).map((it) =>
        it.k === "class" ? { k: "instance", cls: it.cls } : it,
      );
    }
    case "cast": {
      const inner = evaluate(world, module, expr.of, frame);
      const isVague = inner.every((it) => it.k === "unknown" || it.k === "symbol" || isBare(it));
      if (!expr.type || !isVague) return inner;
      const typed = typeValue(world, module, expr.type).filter((it) =>
        inner.some((value) => value.k === "symbol") ? isStrong(it) : it.k !== "unknown",
      );
      return typed.length > 0 ? typed : inner;
    }
    case "param":
      return paramValue(world, module, expr, frame);
    case "import": {
      const found = exportValue(world, module.file, expr.m, expr.n);
      return found;
    }
    case "element":
      return evaluate(world, module, expr.of, frame).flatMap((it) =>
        elementsOf(world, it, expr.isKey),
      );
    case "rest":
      return evaluate(world, module, expr.of, frame).flatMap((it) =>
        memberValue(world, it, restStep(expr.without)),
      );
    case "spread":
      return evaluate(world, module, expr.of, frame);
    case "other":
      return expr.kind === "unknown" || expr.kind === "string" ? [unknown("call")] : [];
  }
}

/** `{} as Analytics`: only the type says what it will be. */
function isBare(value: Value): boolean {
  return value.k === "object" && value.expr.props.length === 0;
}

/** A type that leads to code says more than what anybody may pass. */
function isStrong(value: Value): boolean {
  return value.k === "client" || value.k === "generated" || value.k === "instance";
}

/** Everything that a name is ever given; its type where that says nothing. */
export function bindingValue(
  world: World,
  module: Module,
  b: number,
  frame: Frame | null,
): readonly Value[] {
  const binding = module.facts.bindings[b];
  if (!binding) return [];
  const { defs, type } = binding;
  const values =
    defs.length === 1 && defs[0]
      ? evaluate(world, module, defs[0], frame)
      : evaluateAll(world, module, defs, frame);
  if (!type || values.some((it) => it.k !== "unknown" && it.k !== "symbol" && it.k !== "external"))
    return values;
  const typed = typeValue(world, module, type);
  const useful = typed.filter((it) => it.k !== "unknown");
  if (values.some((it) => it.k === "symbol")) {
    // A parameter's own type says more than its callers, but for the strings that it is given.
    return useful.some((it) => isStrong(it) && it.k !== "instance") ? useful : values;
  }
  return useful.length > 0 ? useful : values.length > 0 ? values : [unknown("variable")];
}
