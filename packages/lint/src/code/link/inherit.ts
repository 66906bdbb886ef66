import type { Expr } from "../facts/expr.js";
import type { TypeExpr } from "../facts/type-expr.js";
import { evaluate, evaluateAll, refuel } from "./evaluate.js";
import { addEmitter } from "./link.js";
import type { Links } from "./links.js";
import type { Cls, Module } from "./module.js";
import { typeValue } from "./type-value.js";
import type { Value } from "./value.js";

/** Base classes and interfaces above a class, at most. */
const HIGHEST = 8;

/**
 * What implements is what is called: an emitter in a class makes one of the member of each interface
 * and base class above, one in an object literal of the member of the literal's type.
 */
export function inherit(links: Links): void {
  // Only files that define or call an emitter can hold something that implements with one.
  const relevant = new Set([...links.emissions.values()].map((it) => it.call.module));
  for (const emitters of links.emitters.values())
    for (const { fn } of emitters) if (fn) relevant.add(fn.module);
  for (const module of relevant) {
    refuel(links.world);
    for (const cls of module.classes) inheritClass(links, cls);
    for (const { type, defs } of module.facts.bindings)
      if (type && type.t !== "plain" && defs.length > 0) inheritObject(links, module, type, defs);
    for (const { type, returns } of module.facts.functions)
      if (type && returns.length > 0 && type.t !== "plain")
        inheritObject(links, module, type, returns);
  }
}

function inheritClass(links: Links, cls: Cls): void {
  refuel(links.world);
  for (const member of cls.fact.members) {
    for (const def of member.defs) {
      const fn = def.t === "function" ? cls.module.functions[def.i] : undefined;
      const emitters = fn ? links.emitters.get(fn) : undefined;
      if (!emitters) continue;
      for (const key of above(links, cls, member.n, 0))
        for (const emitter of emitters) addEmitter(links, key, emitter);
    }
  }
}

/** The members of that name in what a class extends and implements. */
function above(links: Links, cls: Cls, name: string, depth: number): object[] {
  if (depth > HIGHEST) return [];
  const keys: object[] = [];
  for (const type of cls.fact.implements)
    for (const value of typeValue(links.world, cls.module, type))
      keys.push(...membersIn(links, value, name, depth));
  if (cls.fact.extends)
    for (const base of evaluate(links.world, cls.module, cls.fact.extends, null))
      if (base.k === "class") keys.push(...membersIn(links, base, name, depth));
  return keys;
}

function membersIn(links: Links, value: Value, name: string, depth: number): object[] {
  if (value.k === "typed" && value.type.t === "object") {
    const member = value.type.members.find((it) => it.k === name);
    const decl = value.module.facts.types.find((it) => it.type === value.type);
    const up = (decl?.extends ?? []).flatMap((it) =>
      depth > HIGHEST
        ? []
        : typeValue(links.world, value.module, it).flatMap((base) =>
            membersIn(links, base, name, depth + 1),
          ),
    );
    return member ? [member, ...up] : up;
  }
  if (value.k !== "class" && value.k !== "instance") return [];
  const { cls } = value;
  const own = cls.fact.members
    .filter((it) => it.n === name)
    .flatMap((it) => it.defs)
    .flatMap((it) => (it.t === "function" ? [cls.module.functions[it.i]] : []))
    .filter((it) => it !== undefined);
  return [...own, ...above(links, cls, name, depth + 1)];
}

function inheritObject(links: Links, module: Module, type: TypeExpr, exprs: readonly Expr[]): void {
  refuel(links.world);
  const objects = evaluateAll(links.world, module, exprs, null).filter((it) => it.k === "object");
  if (objects.length === 0) return;
  const types = typeValue(links.world, module, type).filter((it) => it.k === "typed");
  for (const object of objects)
    for (const prop of object.expr.props) {
      if (!("k" in prop)) continue;
      for (const value of evaluate(links.world, object.module, prop.v, object.frame)) {
        const emitters = value.k === "function" ? links.emitters.get(value.fn) : undefined;
        for (const it of types)
          for (const key of membersIn(links, it, prop.k, 0))
            for (const emitter of emitters ?? []) addEmitter(links, key, emitter);
      }
    }
}
