import type { Expr } from "../facts/expr.js";
import { callableResult } from "./call-result.js";
import { calleeValues } from "./callee-values.js";
import { type Emission, type Emitter, emitterKey } from "./emitter.js";
import { emittersOf } from "./emitters-of.js";
import { evaluate, refuel } from "./evaluate.js";
import { inherit } from "./inherit.js";
import { injectionKey } from "./library-result.js";
import { type Links, push } from "./links.js";
import { memberValue } from "./member-value.js";
import { type CallRef, constructorOf, type Fn, type Module } from "./module.js";
import type { Frame, Value } from "./value.js";
import { sentNames, wrapperOf } from "./wrapper-of.js";

/** Rounds until everything that leads to an SDK is found; real code needs three or four. */
const ROUNDS = 10;
/** Steps that finding out what a call calls may take: there are many calls, and most call nothing of ours. */
const STEPS = 500;

/** Takes files in: their calls will be looked at. */
export function addModules(links: Links, modules: Iterable<Module>): void {
  for (const module of modules) {
    if (links.modules.has(module)) continue;
    links.modules.add(module);
    links.hasNews = true;
    module.facts.calls.forEach((fact, i) => {
      links.calls.push({ module, i, fact });
    });
    for (const [name, expr] of module.facts.globals) push(links.globals, name, { module, expr });
  }
}

/** Follows calls until a round brings nothing new. */
export function link(links: Links): void {
  for (let round = 0; round < ROUNDS; round++) {
    links.hasNews = false;
    for (const call of links.calls) follow(links, call);
    inherit(links);
    if (!links.hasNews) return;
  }
}

function follow(links: Links, call: CallRef): void {
  refuel(links.world, STEPS);
  const known = links.settled.has(call) ? links.resolved.get(call) : undefined;
  const values = known ?? calleeValues(links, call);
  if (!known) {
    links.resolved.set(call, values);
    if (values.length > 0 ? values.every(isSettled) : isForeign(links, call))
      links.settled.add(call);
  }
  if (call.fact.kind === "jsx") provide(links, call);
  else provideByCall(links, call);
  for (const value of values) {
    register(links, value, call, 0);
    for (const { emitter, bound, frame } of emittersOf(links, value, call))
      send(links, call, emitter, bound, frame);
  }
}

/** What can only become more by files that were out of sight: those are looked at anew. */
function isSettled({ k }: Value): boolean {
  return (
    k === "function" || k === "class" || k === "method" || k === "generated" || k === "external"
  );
}

/** A function of the platform: `console.log`, `expect(…).toBe`. */
function isForeign(links: Links, call: CallRef): boolean {
  const direct = evaluate(links.world, call.module, call.fact.callee, null);
  if (direct.length === 0) return false;
  return (
    links.resolved.get(call)?.length === 0 &&
    direct.every(
      // What begins with `$` may be a plugin's, which gives it away in a call.
      (it) =>
        it.k === "symbol" &&
        it.root.k === "global" &&
        !it.root.n.startsWith("$") &&
        !links.globals.has(it.root.n),
    )
  );
}

/** Remembers who calls a function: its parameters are what they pass. */
function register(links: Links, value: Value, call: CallRef, bound: number): void {
  if (value.k === "function") addCaller(links, value.fn, call, bound + value.bound);
  else if (value.k === "class") {
    const made = constructorOf(value.cls);
    if (made) addCaller(links, made, call, bound);
  } else if (value.k === "builtin" && value.name === "call")
    register(links, value.of, call, bound - 1);
}

function addCaller(links: Links, fn: Fn, call: CallRef, bound: number): void {
  const list = links.callers.get(fn);
  if (list?.some((it) => it.call === call)) return;
  push(links.callers, fn, { call, bound });
  links.hasNews = true;
}

/** A call that sends: an emission, and where its name is a parameter, a wrapper. */
function send(
  links: Links,
  call: CallRef,
  emitter: Emitter,
  bound: number,
  frame: Frame | null,
): void {
  const key = `${call.module.file}#${call.i} ${emitterKey(emitter)}`;
  if (links.emissions.has(key)) return;
  const values = open(links, () => sentNames(links, call, emitter, bound, frame));
  const emission: Emission = { call, emitter, bound, values };
  links.emissions.set(key, emission);
  links.hasNews = true;
  for (const { fn, made } of open(links, () => wrapperOf(links, emission)))
    addEmitter(links, fn, made);
}

/** Makes a function an emitter. */
export function addEmitter(links: Links, key: object, emitter: Emitter): void {
  const list = links.emitters.get(key) ?? [];
  const own = emitterKey(emitter);
  if (list.length > 24 || list.some((it) => emitterKey(it) === own)) return;
  links.emitters.set(key, [...list, emitter]);
  links.hasNews = true;
}

/** Follows arguments, which may come from any file. */
export function open<T>(links: Links, ask: () => T): T {
  const before = links.world.isOpen;
  if (!before) refuel(links.world);
  links.world.isOpen = true;
  const result = ask();
  links.world.isOpen = before;
  return result;
}

/** `<Context.Provider value={…}>` and, since React 19, `<Context value={…}>`. */
function provide(links: Links, call: CallRef): void {
  const { callee, args } = call.fact;
  const of = callee.t === "member" && callee.key === "Provider" ? callee.of : callee;
  const [props] = args;
  if (props?.t !== "object") return;
  const value = props.props.find((it) => "k" in it && it.k === "value");
  if (!value || !("k" in value)) return;
  for (const context of evaluate(links.world, call.module, of, null)) {
    if (context.k !== "symbol" || context.root.k !== "context") continue;
    addPlace(links, links.provided, context.root.call.fact, call.module, value.v);
    const name = callee.t === "member" ? callee.of : callee;
    if (name.t === "name") links.words.add(call.module.facts.bindings[name.b]?.n ?? "");
  }
}

/** `provide(key, value)`, `app.provide(key, value)`, `setContext(key, value)`. */
function provideByCall(links: Links, call: CallRef): void {
  const { callee, args } = call.fact;
  const [key, value] = args;
  const name = callee.t === "member" ? callee.key : nameOf(call, callee);
  if (name === "defineNuxtPlugin" && key) providePlugin(links, call, key);
  if (!key || !value) return;
  if (name !== "provide" && name !== "setContext") return;
  const found = injectionKey(evaluate(links.world, call.module, key, null), key);
  if (found !== null) addPlace(links, links.injected, found, call.module, value);
}

/** `defineNuxtPlugin(() => ({ provide: { track } }))`: components have it as `$track`. */
function providePlugin(links: Links, { module }: CallRef, plugin: Expr): void {
  const { world } = links;
  const made = evaluate(world, module, plugin, null)
    .flatMap((it) => (it.k === "object" ? memberValue(world, it, "setup") : [it]))
    .flatMap((it) => (it.k === "function" ? callableResult(world, it) : []))
    .flatMap((it) => (it.k === "object" ? memberValue(world, it, "provide") : []));
  for (const object of made)
    for (const prop of object.k === "object" ? object.expr.props : [])
      if ("k" in prop && object.k === "object") {
        addPlace(links, links.globals, `$${prop.k}`, object.module, prop.v);
        links.words.add(`$${prop.k}`);
      }
}

function nameOf(call: CallRef, callee: Expr): string {
  if (callee.t === "global") return callee.n;
  return callee.t === "name" ? (call.module.facts.bindings[callee.b]?.n ?? "") : "";
}

function addPlace<K>(
  links: Links,
  map: Map<K, { module: Module; expr: Expr }[]>,
  key: K,
  module: Module,
  expr: Expr,
): void {
  if (map.get(key)?.some((it) => it.expr === expr)) return;
  push(map, key, { module, expr });
  links.hasNews = true;
}
