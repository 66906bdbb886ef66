import type { Expr } from "../facts/expr.js";
import { callableResult } from "./call-result.js";
import { evaluate } from "./evaluate.js";
import type { CallRef, Module } from "./module.js";
import { typeValue } from "./type-value.js";
import type { Frame, Value, World } from "./value.js";
import { vendorOf } from "./vendors.js";

type External = Extract<Value, { k: "external" }>;

/** Functions of libraries that give what their first argument gives when called. */
const CALLS: ReadonlySet<string> = new Set([
  "useMemo",
  "useState",
  "useLazyRef",
  "computed",
  "shallowRef",
]);
/** Those that make a box with the value in it. */
const BOXES: ReadonlySet<string> = new Set(["useRef", "createRef", "ref", "useLatest"]);

/**
 * What a call of a library's function gives, where libraries agree on it: hooks of React, `inject` of
 * Vue, and whatever takes a function and gives one like it. Null where there is nothing to say.
 */
export function libraryResult(
  world: World,
  callee: External,
  call: CallRef,
  frame: Frame | null,
): readonly Value[] | null {
  const name = callee.path.filter((it) => it !== "default" && it !== "()").at(-1) ?? "";
  const [first] = call.fact.args;
  if (vendorOf(callee.m)) return null;
  if (callee.m === "@dd0c/track-node" || callee.m === "@dd0c/track-slack")
    return trackerResult(world, name, call, frame);
  if (name === "createContext") return [{ k: "symbol", root: { k: "context", call }, path: [] }];
  if (BOXES.has(name)) {
    const key = name === "ref" ? "value" : "current";
    return [{ k: "wrapped", of: boxed(world, call, key, frame), key }];
  }
  if (name === "useState" && isEmpty(first))
    return [{ k: "wrapped", of: boxed(world, call, "1", frame), key: "0" }];
  if (name === "shallowRef" && isEmpty(first))
    return [{ k: "wrapped", of: boxed(world, call, "value", frame), key: "value" }];
  if (!first) return null;
  const given = (): readonly Value[] => evaluate(world, call.module, first, frame);
  const store = storeResult(world, callee.m, name, call, frame);
  if (store) return store;
  if (name === "useContext" || name === "use" || name === "useContextSelector") {
    const contexts = given().filter((it) => it.k === "symbol" && it.root.k === "context");
    return contexts.length > 0 ? contexts : null;
  }
  if (/^(inject|get|resolve|useService|useInject)$/.test(name)) {
    const classes = given().filter((it) => it.k === "class");
    if (classes.length > 0) return classes.map((it) => ({ k: "instance", cls: it.cls }));
  }
  if (name === "inject" || name === "getContext" || name === "useProvided")
    return injected(world, call, first, frame);
  if (CALLS.has(name)) {
    const made = given().flatMap((it) => (it.k === "function" ? callableResult(world, it) : [it]));
    if (name === "useState") return [{ k: "wrapped", of: made, key: "0" }];
    return name === "shallowRef" || name === "computed"
      ? [...made, { k: "wrapped", of: made, key: "value" }]
      : made;
  }
  // `debounce(f)`, `useCallback(f, [])`, `memo(Component)`, `cache(f)`: a function like the one given.
  const functions = given().filter((it) => it.k === "function" || it.k === "method");
  return functions.length > 0 && (functions.some((it) => it.k === "method") || gives(name))
    ? functions
    : null;
}

/** `useRef(null)`, `useState()`: what is in it comes later. */
function isEmpty(first: Expr | undefined): boolean {
  return first === undefined || (first.t === "value" && (first.v ?? null) === null);
}

/** What is in a box: what it begins with, what it is given later, and else what its type says. */
function boxed(world: World, call: CallRef, key: string, frame: Frame | null): readonly Value[] {
  const { module } = call;
  const [first] = call.fact.args;
  const given = first ? evaluate(world, module, first, frame) : [];
  if (given.length > 0) return given;
  const later = laterIn(module, call, key).flatMap((it) => evaluate(world, module, it, null));
  const known = later.filter((it) => it.k !== "unknown" && it.k !== "symbol");
  if (known.length > 0) return known;
  const [type] = call.fact.types ?? [];
  return type ? typeValue(world, module, type) : later;
}

/** Values that a box is given: `ref.current = x`, `setState(x)`. */
function laterIn(module: Module, { i }: CallRef, key: string): Expr[] {
  const { bindings, calls } = module.facts;
  const isIt = (b: number): boolean =>
    bindings[b]?.defs.some((it) => it.t === "call" && it.i === i) === true;
  if (key !== "1")
    return [...module.assigns].flatMap(([b, list]) =>
      isIt(b) ? list.flatMap(([k, v]) => (k === key ? [v] : [])) : [],
    );
  const setters = new Set<number>();
  bindings.forEach(({ defs: [def] }, b) => {
    if (def?.t !== "member" || def.key !== key) return;
    if (def.of.t === "call" ? def.of.i === i : def.of.t === "name" && isIt(def.of.b))
      setters.add(b);
  });
  return calls.flatMap(({ callee, args: [given] }) =>
    callee.t === "name" && setters.has(callee.b) && given && given.t !== "function" ? [given] : [],
  );
}

/** Pinia's `defineStore(id, …)`, and Zustand's `create(…)` with what it is wrapped in. */
function storeResult(
  world: World,
  m: string,
  name: string,
  call: CallRef,
  frame: Frame | null,
): readonly Value[] | null {
  const isPinia = m === "pinia" && name === "defineStore";
  if (!isPinia && !/^zustand(\/|$)/.test(m)) return null;
  const made = (isPinia ? call.fact.args.slice(0, 2) : call.fact.args.slice(0, 1))
    .flatMap((it) => evaluate(world, call.module, it, frame))
    .filter((it) => it.k === "function" || (isPinia && it.k === "object"));
  if (made.length === 0) return null;
  if (m === "zustand/middleware" || m.startsWith("zustand/middleware/")) return made;
  return made.map((it) => ({ k: "builtin", of: it, name: STORE }));
}

/** What a hook that was made of a store's setup gives; with a selector, what that picks. */
export const STORE = "store()";

/** Names of functions that give a function like theirs. */
export function gives(name: string): boolean {
  return /^(use\w*(Callback|Event|Memo|Debounce\w*|Throttle\w*)|memo\w*|debounce\w*|throttle\w*|once|cache|forwardRef|observer|with\w+|curry|partial|leading|batch\w*|runOnJS|runOnUI|action|flow|wrap\w*|\w*[mM]emo\w*|server|client|lazy|unstable_\w+)$/.test(
    name,
  );
}

function injected(
  world: World,
  call: CallRef,
  key: Expr,
  frame: Frame | null,
): readonly Value[] | null {
  const name = injectionKey(evaluate(world, call.module, key, frame), key);
  return name === null ? null : [{ k: "symbol", root: { k: "injected", key: name }, path: [] }];
}

/** A name for what `provide` and `inject` meet by: the string, or the place of the symbol. */
export function injectionKey(values: readonly Value[], key: Expr): string | null {
  for (const value of values) {
    if (value.k === "string") return value.v;
    if (value.k === "symbol" && value.root.k === "global" && key.t === "name")
      return `symbol ${value.path.join(".")}`;
  }
  return null;
}

/** `currentTracker(tracker)`: the tracker, bound to whoever asks. */
function trackerResult(
  world: World,
  name: string,
  call: CallRef,
  frame: Frame | null,
): readonly Value[] | null {
  const [first] = call.fact.args;
  if (name !== "currentTracker" || !first) return null;
  return evaluate(world, call.module, first, frame).map((it) =>
    it.k === "generated" ? { ...it, client: { ...it.client, isBound: true, binding: call } } : it,
  );
}
