import { callableResult } from "./call-result.js";
import { elementsOf } from "./elements.js";
import { evaluate } from "./evaluate.js";
import type { Caller, Links } from "./links.js";
import { memberValue } from "./member-value.js";
import type { Fn } from "./module.js";
import { typeValue } from "./type-value.js";
import type { Value } from "./value.js";
import { vendorOfGlobal } from "./vendors.js";

type Sym = Extract<Value, { k: "symbol" }>;

/** Symbols that stand for symbols, at most. */
const DEEPEST = 5;
/** Values that are followed from one symbol. */
const MOST = 300;
/** The same for what is called: one caller that passes an emitter is enough. */
const MOST_CALLED = 40;

function most({ world }: Links): number {
  return world.isOpen ? MOST : MOST_CALLED;
}

/** What a value comes to, given what the whole code base passes, provides and assigns. */
export function expand(links: Links, value: Value, depth = 0): readonly Value[] {
  if (value.k !== "symbol") return [value];
  if (depth > DEEPEST || links.world.fuel-- <= 0) return [];
  return rootValues(links, value)
    .slice(0, most(links))
    .flatMap((it) => walk(links, it, value.path))
    .slice(0, most(links))
    .flatMap((it) => expand(links, it, depth + 1))
    .slice(0, most(links));
}

function rootValues(links: Links, { root, path }: Sym): readonly Value[] {
  const { world } = links;
  switch (root.k) {
    case "param": {
      const { type } = root.fn.fact.params[root.i] ?? {};
      const typed = type && !root.isRest ? typeValue(world, root.fn.module, type) : [];
      // Where a type ends in any string, only callers know more.
      const useful = typed.filter((it) => walk(links, it, path).some((end) => end.k !== "unknown"));
      const passed: Value[] = [];
      for (const it of links.callers.get(root.fn) ?? []) {
        if (passed.length > most(links) || world.fuel <= 0) break;
        passed.push(...argument(links, root.fn, it, root.i, root.isRest === true));
      }
      return [...useful, ...passed];
    }
    case "context": {
      const given = links.provided.get(root.call.fact) ?? [];
      const values = given.flatMap((it) => evaluate(world, it.module, it.expr, null));
      const [first] = root.call.fact.args;
      const own = first ? evaluate(world, root.call.module, first, null) : [];
      const [type] = root.call.fact.types ?? [];
      const typed = type ? typeValue(world, root.call.module, type) : [];
      return [...values, ...own, ...typed.filter((it) => it.k !== "unknown")];
    }
    case "injected":
      return (links.injected.get(root.key) ?? []).flatMap((it) =>
        evaluate(world, it.module, it.expr, null),
      );
    case "global": {
      const places = links.globals.get(root.n) ?? [];
      const values = places.flatMap((it) => evaluate(world, it.module, it.expr, null));
      const vendor = path.length > 0 ? vendorOfGlobal(root.n) : null;
      if (!vendor || values.some((it) => it.k === "client")) return values;
      return [...values, { k: "client", vendor: vendor.name, isPayload: null }];
    }
  }
}

/** What one call passes for a parameter. */
export function argument(
  links: Links,
  fn: Fn,
  { call, bound }: Caller,
  i: number,
  isRest: boolean,
): readonly Value[] {
  const { world } = links;
  const { args } = call.fact;
  const at = i - bound;
  if (at < 0) return [];
  if (isRest) return [{ k: "array", module: call.module, items: args.slice(at), frame: null }];
  const spread = args.findIndex((it) => it.t === "spread");
  const given = args[at];
  if (given && (spread === -1 || at < spread)) return evaluate(world, call.module, given, null);
  if (spread !== -1) {
    const inner = args[spread];
    return inner?.t === "spread"
      ? evaluate(world, call.module, inner.of, null).flatMap((it) =>
          memberValue(world, it, String(at - spread)),
        )
      : [];
  }
  const fallback = fn.fact.params[i]?.default;
  return fallback ? evaluate(world, fn.module, fallback, null) : [];
}

/** Follows the steps that were taken from a symbol. */
export function walk(links: Links, value: Value, path: readonly string[]): readonly Value[] {
  let values: readonly Value[] = [value];
  for (const step of path)
    values = values.flatMap((it) => {
      if (step === "()") return callableResult(links.world, it);
      return step === "*" ? elementsOf(links.world, it) : memberValue(links.world, it, step);
    });
  return values;
}

/** `...args` of a rest parameter counts on: its n-th element is the parameter `i + n`. */
export function normalise(value: Value): Value {
  if (value.k !== "symbol" || value.root.k !== "param" || !value.root.isRest) return value;
  const [first, ...path] = value.path;
  if (first === undefined || !/^\d+$/.test(first)) return value;
  const { fn, i } = value.root;
  return { k: "symbol", root: { k: "param", fn, i: i + Number(first) }, path };
}
