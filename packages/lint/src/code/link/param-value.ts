import type { Expr } from "../facts/expr.js";
import { stateOf } from "./builtin-result.js";
import { elementsOf } from "./elements.js";
import { evaluate } from "./evaluate.js";
import { STORE } from "./library-result.js";
import type { Fn, Module } from "./module.js";
import { typeValue } from "./type-value.js";
import type { Frame, Value, World } from "./value.js";

type ParamExpr = Extract<Expr, { t: "param" }>;

/** Methods of lists whose callback gets the elements, and at which place. */
const EACH: ReadonlyMap<string, number> = new Map([
  ...["map", "forEach", "flatMap", "filter", "find", "some", "every", "findIndex", "then"].map(
    (it) => [it, 0] as const,
  ),
  ["reduce", 1],
]);

/** What a parameter is: the call's argument where one is being followed, else a symbol. */
export function paramValue(
  world: World,
  module: Module,
  expr: ParamExpr,
  frame: Frame | null,
): readonly Value[] {
  const fn = module.functions[expr.f];
  if (!fn) return [];
  for (let here = frame; here; here = here.outer)
    if (here.fn === fn) return argumentValue(world, here, expr);
  if (fn.fact.n === "loaded" && expr.i === 0 && importsPostHog(module))
    return [{ k: "client", vendor: "posthog", isPayload: false }];
  const fromList = callbackValue(world, module, fn, expr, frame);
  if (fromList) return fromList;
  const symbol: Value = {
    k: "symbol",
    root: expr.isRest ? { k: "param", fn, i: expr.i, isRest: true } : { k: "param", fn, i: expr.i },
    path: [],
  };
  const { type } = fn.fact.params[expr.i] ?? {};
  if (!type || expr.isRest) return [symbol];
  const typed = typeValue(world, module, type);
  // An object is one by what a function returns: `ReturnType<typeof createTrackers>`.
  const isKnown = typed.some(({ k }) => k === "client" || k === "generated" || k === "object");
  return isKnown ? typed : [symbol];
}

/** A symbol's value where the frame of its function is among those around a function that was made. */
export function framedValue(
  world: World,
  symbol: Extract<Value, { k: "symbol" }>,
  frame: Frame | null,
): readonly Value[] | null {
  const { root } = symbol;
  if (root.k !== "param") return null;
  for (let here = frame; here; here = here.outer)
    if (here.fn === root.fn) {
      const expr: ParamExpr = { t: "param", at: [0, 0], f: root.fn.i, i: root.i };
      return argumentValue(world, here, expr);
    }
  return null;
}

function argumentValue(world: World, frame: Frame, expr: ParamExpr): readonly Value[] {
  const { call, up, fn } = frame;
  if (expr.isRest) {
    const items = call.fact.args.slice(expr.i);
    return [{ k: "array", module: call.module, items, frame: up }];
  }
  const spread = call.fact.args.findIndex((it) => it.t === "spread");
  const given = call.fact.args[expr.i];
  if (given && (spread === -1 || expr.i < spread)) return evaluate(world, call.module, given, up);
  const fallback = fn.fact.params[expr.i]?.default;
  return fallback && spread === -1 ? evaluate(world, fn.module, fallback, frame) : [];
}

/** `posthog.init(key, { loaded: (client) => … })`. */
function importsPostHog(module: Module): boolean {
  return module.facts.imports.some((it) => it.m.startsWith("posthog-"));
}

/** `withTenant(tracker, tenant, (bound) => …)`: the tracker, bound. */
function tenantValue(
  world: World,
  module: Module,
  i: number,
  frame: Frame | null,
): readonly Value[] | null {
  const fact = module.facts.calls[i];
  const [tracker] = fact?.args ?? [];
  if (!fact || !tracker) return null;
  const isIt = evaluate(world, module, fact.callee, frame).some(
    (it) => it.k === "external" && it.m === "@dd0c/track-node" && it.path[0] === "withTenant",
  );
  if (!isIt) return null;
  const binding = { module, i, fact };
  return evaluate(world, module, tracker, frame).map((it) =>
    it.k === "generated" ? { ...it, client: { ...it.client, isBound: true, binding } } : it,
  );
}

/** `useStore((it) => …)`: all that is in the store. `create((set, get) => …)`: a function for that. */
function storeParam(
  world: World,
  module: Module,
  i: number,
  fn: Fn,
  at: number,
  frame: Frame | null,
): readonly Value[] | null {
  const call = module.facts.calls[i];
  if (!call || at > 1) return null;
  if (at === 1) {
    const isStore = evaluate(world, module, call.callee, frame).some(
      (it) => it.k === "external" && /^zustand(\/|$)/.test(it.m),
    );
    return isStore
      ? [{ k: "builtin", of: { k: "function", fn, frame: null, bound: 0 }, name: STORE }]
      : null;
  }
  if (call.callee.t !== "name" || !/^use[A-Z]/.test(module.facts.bindings[call.callee.b]?.n ?? ""))
    return null;
  const [store] = evaluate(world, module, call.callee, frame);
  return store?.k === "builtin" && store.name === STORE ? stateOf(world, store.of) : null;
}

/** `EVENTS.forEach((event) => …)`: the parameter is any of the elements, where they are known. */
function callbackValue(
  world: World,
  module: Module,
  fn: Fn,
  expr: ParamExpr,
  frame: Frame | null,
): readonly Value[] | null {
  const { argOf } = fn.fact;
  const call = argOf ? module.facts.calls[argOf[0]] : undefined;
  if (call && argOf?.[1] === 2 && expr.i === 0) return tenantValue(world, module, argOf[0], frame);
  if (!call || argOf?.[1] !== 0 || expr.isRest) return null;
  const fromStore = storeParam(world, module, argOf[0], fn, expr.i, frame);
  if (fromStore) return fromStore;
  if (call.callee.t !== "member") return null;
  if (EACH.get(call.callee.key) !== expr.i) return null;
  const of = evaluate(world, module, call.callee.of, frame);
  if (call.callee.key === "then") return of.some((it) => it.k !== "unknown") ? of : null;
  const elements = of.flatMap((it) => elementsOf(world, it));
  const isKnown = elements.length > 0 && elements.every((it) => it.k !== "unknown");
  return isKnown ? elements : null;
}
