import type { Expr } from "../facts/expr.js";
import { builtinResult } from "./builtin-result.js";
import { evaluate, evaluateAll } from "./evaluate.js";
import { externalStep, methodResult } from "./external-value.js";
import { generatedResult } from "./generated-result.js";
import { libraryResult } from "./library-result.js";
import type { CallRef, Fn } from "./module.js";
import { typeValue } from "./type-value.js";
import { type Frame, unknown, type Value, type World } from "./value.js";

/** Calls inside of calls that are followed with their arguments. */
const DEEPEST = 7;

/** Everything that a call can give. */
export function callResult(world: World, call: CallRef, frame: Frame | null): readonly Value[] {
  if (call.fact.kind === "jsx") return [unknown("call")];
  const { callee } = call.fact;
  if (callee.t === "member" && PROMISE.has(callee.key)) {
    const promised = promiseResult(world, call, callee, frame);
    if (promised.length > 0) return promised;
  }
  const callees = evaluate(world, call.module, call.fact.callee, frame);
  return callees.flatMap((it) => resultOf(world, it, call, frame));
}

const PROMISE: ReadonlySet<string> = new Set(["then", "catch", "finally"]);

/** A promise is what it will be: `then` gives what its function does, the others what was there. */
function promiseResult(
  world: World,
  { module, fact }: CallRef,
  callee: Extract<Expr, { t: "member" }>,
  frame: Frame | null,
): readonly Value[] {
  const [first] = fact.args;
  if (callee.key !== "then" || !first) return evaluate(world, module, callee.of, frame);
  return evaluate(world, module, first, frame)
    .flatMap((it) => (it.k === "function" ? callableResult(world, it) : []))
    .filter((it) => it.k !== "unknown");
}

/** What a call of this value gives; the type that the call states where nothing else does. */
export function resultOf(
  world: World,
  callee: Value,
  call: CallRef,
  frame: Frame | null,
): readonly Value[] {
  const values = plainResult(world, callee, call, frame);
  if (call.fact.kind === "new" || !values.every((it) => isVague(it, call))) return values;
  const [type] = call.fact.types ?? [];
  const typed = type ? typeValue(world, call.module, type) : tokenResult(world, call, frame);
  return typed.some((it) => ["client", "instance", "generated"].includes(it.k)) ? typed : values;
}

/** A type would say more than this; but for a context, which is what its own call makes. */
function isVague(value: Value, call: CallRef): boolean {
  if (value.k === "symbol") return value.root.k !== "context" || value.root.call.fact !== call.fact;
  return value.k === "unknown" || value.k === "external";
}

/** `inject(TOKEN)` where `TOKEN = new InjectionToken<Analytics>()`: what the token was made for. */
function tokenResult(world: World, call: CallRef, frame: Frame | null): readonly Value[] {
  const [first] = call.fact.args;
  if (first?.t !== "name" && first?.t !== "member") return [];
  return evaluate(world, call.module, first, frame).flatMap((it) => {
    const [type] = (it.k === "instance" || it.k === "external" ? it.made?.fact.types : null) ?? [];
    if (!type || (it.k !== "instance" && it.k !== "external") || !it.made) return [];
    return typeValue(world, it.made.module, type);
  });
}

/** What a call of this value gives. */
function plainResult(
  world: World,
  callee: Value,
  call: CallRef,
  frame: Frame | null,
): readonly Value[] {
  const isNew = call.fact.kind === "new";
  switch (callee.k) {
    case "function":
      return functionResult(world, callee.fn, call, frame, callee.frame);
    case "class":
      if (!isNew) return [unknown("call")];
      return [{ k: "instance", cls: callee.cls, ...(call.fact.types ? { made: call } : {}) }];
    case "external": {
      const known = libraryResult(world, callee, call, frame);
      if (known) return known;
      const made = externalStep(callee, isNew ? "new" : "()");
      return [made.k === "external" && isNew && call.fact.types ? { ...made, made: call } : made];
    }
    case "client":
      // `new PostHog()` of the default export, which is a client in another package.
      return isNew ? [callee] : [unknown("external")];
    case "method":
      return [methodResult(callee)];
    case "generated":
      return generatedResult(world, callee, call);
    case "builtin":
      return builtinResult(world, callee, call, frame);
    case "symbol":
      return globalResult(world, callee, call, frame);
    case "typed":
      return callableResult(world, callee);
    default:
      return [unknown("call")];
  }
}

/** What a callable gives of which only its type or code is known, not the call. */
export function callableResult(world: World, callee: Value): readonly Value[] {
  if (callee.k === "typed" && callee.type.t === "function" && callee.type.returns)
    return typeValue(world, callee.module, callee.type.returns);
  if (callee.k === "function") {
    const { fn, frame } = callee;
    return evaluateAll(world, fn.module, fn.fact.returns, frame);
  }
  if (callee.k === "generated" && callee.role.k === "create")
    return [{ ...callee, role: { k: "tracker" } }];
  if (callee.k === "external") return [externalStep(callee, "()")];
  if (callee.k === "symbol") return [{ ...callee, path: [...callee.path, "()"] }];
  return [unknown("call")];
}

function functionResult(
  world: World,
  fn: Fn,
  call: CallRef,
  up: Frame | null,
  outer: Frame | null,
): readonly Value[] {
  const depth = (up?.depth ?? 0) + 1;
  const { returns, type } = fn.fact;
  if (depth > DEEPEST) return [unknown("too-many")];
  const frame: Frame = { fn, call, up, outer, depth };
  // A function that reads none of what surrounds it needs no frame: its result is known once for all.
  const needsFrame = fn.fact.params.length > 0 || outer !== null;
  const values = evaluateAll(world, fn.module, returns, needsFrame ? frame : null);
  const useful = values.filter((it) => it.k !== "unknown");
  if (useful.length > 0 || !type) return values;
  const typed = typeValue(world, fn.module, type);
  return typed.some((it) => it.k !== "unknown") ? typed : values;
}

/** `Object.freeze(x)`, `String(x)`; `usePostHog()` that a framework imports by itself. */
function globalResult(
  world: World,
  callee: Extract<Value, { k: "symbol" }>,
  call: CallRef,
  frame: Frame | null,
): readonly Value[] {
  const { root, path } = callee;
  if (root.k !== "global") return [{ ...callee, path: [...path, "()"] }];
  const first: Expr | undefined = call.fact.args[0];
  const given = (): readonly Value[] => (first ? evaluate(world, call.module, first, frame) : []);
  const name = [root.n, ...path].join(".");
  const [held] = call.fact.types?.slice(-1) ?? [];
  if (call.fact.kind === "new" && held && (name === "Map" || name === "Set"))
    return [{ k: "typed", module: call.module, type: { t: "array", of: held } }];
  if (name === "Array.from") return given();
  if (name === "Proxy") {
    // `new Proxy({} as Analytics, …)` stands for one of a class; others are their handler's affair.
    const stands = given().filter((it) => it.k === "instance" || it.k === "client");
    if (stands.length > 0) return stands;
  }
  if (name === "Promise.all" || name === "Promise.resolve") return given();
  if (name === "Object.freeze" || name === "String" || name === "structuredClone") return given();
  if (name === "Object.assign") return evaluateAll(world, call.module, call.fact.args, frame);
  if (name === "Object.values" || name === "Object.keys" || name === "Object.entries")
    return given().map((it): Value => ({ k: "builtin", of: it, name }));
  if (root.n === "usePostHog" && path.length === 0)
    return [{ k: "client", vendor: "posthog", isPayload: null, isGuess: true }];
  // Its members are what plugins gave to all components, as globals of a template are.
  if (name === "useNuxtApp") return [{ k: "symbol", root: { k: "global", n: "window" }, path: [] }];
  return [{ ...callee, path: [...path, "()"] }];
}
