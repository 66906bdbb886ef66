import { callableResult } from "./call-result.js";
import { compose } from "./compose.js";
import { elementsOf } from "./elements.js";
import { evaluate } from "./evaluate.js";
import { STORE } from "./library-result.js";
import { memberValue } from "./member-value.js";
import type { CallRef } from "./module.js";
import { type Frame, unknown, type Value, type World } from "./value.js";

type Builtin = Extract<Value, { k: "builtin" }>;
type Text = Extract<Value, { k: "string" }>;

/** Methods of lists and maps that give one of what is in them, and those that give a list of it. */
const ONE: ReadonlySet<string> = new Set(["find", "at", "pop", "shift", "get"]);
const SAME: ReadonlySet<string> = new Set([
  ...["filter", "concat", "slice", "reverse", "sort", "flat", "values", "toSorted", "toReversed"],
]);

/** What a method of a string, a list, a function or a promise gives. */
export function builtinResult(
  world: World,
  { of, name }: Builtin,
  call: CallRef,
  frame: Frame | null,
): readonly Value[] {
  if (name === STORE) return storeValue(world, of, call, frame);
  if (name === "getState" && of.k === "builtin" && of.name === STORE) return stateOf(world, of.of);
  const given = call.fact.args.map((it) => evaluate(world, call.module, it, frame));
  if (name === "bind" && of.k === "function")
    return [{ ...of, bound: of.bound + Math.max(0, call.fact.args.length - 1) }];
  if (name === "bind" && of.k === "method") return [of];
  if (name === "call" || name === "apply") return callableResult(world, of);
  if (of.k === "typed") {
    if (ONE.has(name)) return elementsOf(world, of);
    return SAME.has(name) ? [of] : [unknown("call")];
  }
  if (of.k === "string") return [textResult(of, name, given)];
  if (of.k === "composed") return [unknown("composed")];
  if (of.k !== "array") return [unknown("call")];
  if (name === "join") {
    const separator = given[0]?.[0];
    const between = separator?.k === "string" ? separator.v : ",";
    const items = of.items.map((it) => evaluate(world, of.module, it, of.frame));
    return compose(["", ...items.slice(1).map(() => between), ""], items);
  }
  if (ONE.has(name)) return elementsOf(world, of);
  return SAME.has(name) ? [of] : [unknown("call")];
}

/** `useStore()` is all of a store, `useStore((it) => it.track)` what its selector gives. */
function storeValue(world: World, of: Value, call: CallRef, frame: Frame | null): readonly Value[] {
  const [first] = call.fact.args;
  const picks = first
    ? evaluate(world, call.module, first, frame).filter((it) => it.k === "function")
    : [];
  return picks.length > 0 && of.k === "function"
    ? picks.flatMap((it) => callableResult(world, it))
    : stateOf(world, of);
}

/** What is in a store: what its setup returns, or its actions. */
export function stateOf(world: World, of: Value): readonly Value[] {
  return of.k === "object" ? memberValue(world, of, "actions") : callableResult(world, of);
}

function textResult(of: Text, name: string, given: readonly (readonly Value[])[]): Value {
  const [first, second] = given.map((it) =>
    it.length === 1 && it[0]?.k === "string" ? it[0].v : null,
  );
  const make = (v: string): Value => ({ k: "string", v, module: null, at: null });
  switch (name) {
    case "toLowerCase":
    case "toLocaleLowerCase":
      return make(of.v.toLowerCase());
    case "toUpperCase":
    case "toLocaleUpperCase":
      return make(of.v.toUpperCase());
    case "trim":
      return make(of.v.trim());
    case "toString":
    case "valueOf":
      return of;
    case "concat":
      return given.every((it) => it.length === 1 && it[0]?.k === "string")
        ? make(of.v + given.map((it) => (it[0]?.k === "string" ? it[0].v : "")).join(""))
        : unknown("composed");
    case "replace":
    case "replaceAll":
      if (typeof first !== "string" || typeof second !== "string") return unknown("composed");
      return make(
        name === "replace"
          ? of.v.replace(first, () => second)
          : of.v.replaceAll(first, () => second),
      );
    default:
      return unknown("composed");
  }
}
