import type { UnresolvedReason } from "../event-fact.js";
import { lastName } from "../link/callee-values.js";
import { compose } from "../link/compose.js";
import type { Emission } from "../link/emitter.js";
import { expand, normalise, walk } from "../link/expand.js";
import { gives } from "../link/library-result.js";
import { open } from "../link/link.js";
import type { Links } from "../link/links.js";
import { type Fn, type Module, readable } from "../link/module.js";
import { typeValue } from "../link/type-value.js";
import type { Value } from "../link/value.js";

/** A string that an emission can send. */
export type Sent = Extract<Value, { k: "string" }>;

/** What is known of an emission's names. */
export interface Names {
  readonly sent: readonly Sent[];
  /** It hands a parameter on to whoever calls the function around it. */
  readonly isForwarding: boolean;
  readonly reason: UnresolvedReason | null;
  readonly pattern: string | null;
}

/**
 * Decides for each value that the name can have: a string, a wrapper's parameter, or not known.
 * `wrappers` are the functions that something is sent through.
 */
export function namesOf(
  links: Links,
  emission: Emission,
  wrappers: ReadonlySet<Fn> = new Set(),
): Names {
  const { call } = emission;
  const enclosing = readable(call.module, call.fact.f);
  const sent: Sent[] = [];
  let isForwarding = false;
  let reason: UnresolvedReason | null = null;
  let pattern: string | null = null;
  const take = (values: readonly Value[]): void => {
    for (const value of values) {
      if (value.k === "string") sent.push(value);
      else {
        reason ??= reasonOf(value);
        pattern ??= patternOf(value);
      }
    }
  };
  for (const value of emission.values) {
    const fn = ownParameter(value, enclosing);
    if (fn && (isCalled(links, fn) || wrappers.has(fn))) isForwarding = true;
    else {
      const known = open(links, () => settle(links, value));
      if (fn && known.some((it) => it.k !== "string")) {
        if (isOffered(links, fn)) isForwarding = true;
        else {
          reason ??= "parameter";
          pattern ??= patternOf(value);
        }
      } else take(known);
    }
  }
  if (emission.values.length === 0) reason = "missing";
  // A field begins empty and is filled before it is sent.
  const filled = sent.filter((it) => it.v !== "");
  return { sent: filled.length > 0 ? filled : sent, isForwarding, reason, pattern };
}

/** The function around the call whose parameter is in the name. */
function ownParameter(value: Value, enclosing: readonly Fn[]): Fn | null {
  const parts = value.k === "composed" ? value.parts : [value];
  for (const part of parts) {
    if (typeof part === "string") continue;
    const symbol = normalise(part);
    if (symbol.k !== "symbol" || symbol.root.k !== "param") continue;
    if (symbol.path.includes("()") || symbol.path.includes("*")) continue;
    if (enclosing.includes(symbol.root.fn)) return symbol.root.fn;
  }
  return null;
}

function isCalled(links: Links, fn: Fn): boolean {
  return (links.callers.get(fn)?.length ?? 0) > 0;
}

/** It can be called by name from files that we may not see: exported, a member, or handed out. */
function isOffered(_links: Links, fn: Fn): boolean {
  const { fact, module } = fn;
  if (fact.argOf && !(fact.n !== "" && isGivenOn(module, fact.argOf[0]))) return false;
  if (
    fact.c >= 0 &&
    module.classes[fact.c]?.fact.members.some((it) =>
      it.defs.some((def) => def.t === "function" && def.i === fn.i),
    )
  )
    return true;
  const isIt = (names: ReadonlySet<string>): boolean => names.has(fact.n);
  if (fact.up < 0) {
    const exported = new Set(module.facts.exports.map((it) => it.n));
    return isIt(exported) || exported.has("default");
  }
  // A hook that hands it out: its name stands in what the function around it returns.
  const outer = module.facts.functions[fact.up];
  return outer ? JSON.stringify(outer.returns).includes(`"i":${fn.i}`) || returnsName(fn) : false;
}

/** `const track = useCallback((name) => …)`: what it is passed to gives a function like it. */
function isGivenOn(module: Module, i: number): boolean {
  const call = module.facts.calls[i];
  return call !== undefined && gives(lastName(module, call.callee));
}

function returnsName(fn: Fn): boolean {
  const { module, fact } = fn;
  const outer = module.facts.functions[fact.up];
  if (!outer) return false;
  const text = JSON.stringify(outer.returns);
  return module.facts.bindings.some(
    (it, b) => it.n === fact.n && it.n !== "" && text.includes(`"b":${b}`),
  );
}

/** A value with its symbols replaced by what they stand for, as far as that is known. */
function settle(links: Links, value: Value): readonly Value[] {
  if (value.k === "symbol") {
    const typed = annotated(links, value);
    if (typed) return typed;
    const values = expand(links, value).filter((it) => it.k !== "scalar");
    return values.length > 0
      ? values.flatMap((it) => (it.k === "symbol" ? [it] : settle(links, it)))
      : [value];
  }
  if (value.k === "typed") {
    const values = typeValue(links.world, value.module, value.type);
    return values.some((it) => it.k === "string") ? values : [value];
  }
  if (value.k !== "composed") return [value];
  const holes = value.parts.map((it): readonly Value[] =>
    typeof it === "string" ? [{ k: "string", v: it, module: null, at: null }] : settle(links, it),
  );
  return compose(["", ...holes.map(() => "")], holes);
}

/** The strings that a parameter's own type allows, where they are finite. */
function annotated(links: Links, value: Extract<Value, { k: "symbol" }>): readonly Value[] | null {
  if (value.root.k !== "param") return null;
  const { fn, i } = value.root;
  const { type } = fn.fact.params[i] ?? {};
  if (!type || value.root.isRest) return null;
  const values = typeValue(links.world, fn.module, type).flatMap((it) =>
    walk(links, it, value.path),
  );
  const strings = values.filter((it) => it.k === "string");
  return strings.length > 0 && strings.length === values.length ? strings : null;
}

function isTooMany(value: Value): boolean {
  return value.k === "unknown" && value.why === "too-many";
}

function reasonOf(value: Value): UnresolvedReason {
  switch (value.k) {
    case "unknown":
      return value.why;
    case "composed":
      return value.parts.some((it) => typeof it !== "string" && isTooMany(it))
        ? "too-many"
        : "composed";
    case "symbol":
      return value.root.k === "param" && !value.path.includes("()") ? "parameter" : "data";
    case "external":
    case "client":
    case "method":
      return "external";
    case "object":
      return "opaque-object";
    case "builtin":
      return "call";
    default:
      return "variable";
  }
}

/** `page_*_viewed` where something is known. */
function patternOf(value: Value): string | null {
  if (value.k !== "composed") return null;
  return value.parts.map((it) => (typeof it === "string" ? it : "*")).join("");
}
