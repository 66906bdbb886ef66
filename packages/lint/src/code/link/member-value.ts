import { evaluate, evaluateAll } from "./evaluate.js";
import { moduleExport } from "./export-value.js";
import { clientMember, externalStep } from "./external-value.js";
import { generatedMember } from "./generated-member.js";
import type { Cls, Module } from "./module.js";
import { typeValue } from "./type-value.js";
import { typedMember } from "./typed-member.js";
import { type Frame, unknown, type Value, type World } from "./value.js";

/** Questions inside of questions: an object that is spread into itself has no end. */
const DEEPEST = 150;
/** Steps of a path from a symbol at most. */
const LONGEST = 8;
const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["window", "globalThis", "self", "global"]);

/** A step that leads to all of an object but some of its keys: `const { event, ...rest } = it`. */
export function restStep(without: readonly string[]): string {
  return `${REST}${without.join(",")}`;
}
const REST = "...";

/** Everything that a member of a value can be. */
export function memberValue(world: World, of: Value, key: string): readonly Value[] {
  if (world.fuel-- <= 0 || world.depth > DEEPEST) return [unknown("too-many")];
  if (key.startsWith(REST)) return [restValue(of, key)];
  world.depth++;
  const values = plainMember(world, of, key);
  world.depth--;
  return values;
}

function plainMember(world: World, of: Value, key: string): readonly Value[] {
  switch (of.k) {
    case "object":
      return objectMember(world, of, key);
    case "array": {
      const item = of.items[Number(key)];
      const spread = of.items.findIndex((it) => it.t === "spread");
      if (item && (spread === -1 || Number(key) < spread))
        return evaluate(world, of.module, item, of.frame);
      if (spread !== -1 && /^\d+$/.test(key)) {
        const inner = of.items[spread];
        const at = String(Number(key) - spread);
        if (inner?.t === "spread")
          return evaluate(world, of.module, inner.of, of.frame).flatMap((it) =>
            memberValue(world, it, at),
          );
      }
      return [{ k: "builtin", of, name: key }];
    }
    case "instance":
      return classMember(world, of.cls, key, false, 0) ?? [unknown("variable")];
    case "class":
      return classMember(world, of.cls, key, true, 0) ?? functionMember(of, key);
    case "namespace":
      return moduleExport(world, of.module, key, 0) ?? [unknown("external")];
    case "external":
      return [externalStep(of, key)];
    case "client":
      return [clientMember(of, key)];
    case "generated":
      return [generatedMember(of, key)];
    case "symbol":
      return [symbolMember(of, key)];
    case "typed":
      return typedMember(world, of, key);
    case "wrapped":
      return key === of.key ? of.of : [unknown("variable")];
    case "function": {
      const assigned = assignedMember(world, of.fn.module, of.fn.i, key);
      return assigned.length > 0 ? assigned : functionMember(of, key);
    }
    case "string":
    case "composed":
    case "method":
    case "builtin":
      return [{ k: "builtin", of, name: key }];
    default:
      return [unknown("variable")];
  }
}

function functionMember(of: Value, key: string): readonly Value[] {
  return [{ k: "builtin", of, name: key }];
}

function restValue(of: Value, step: string): Value {
  if (of.k === "symbol") return of.path.length < LONGEST ? { ...of, path: [...of.path, step] } : of;
  if (of.k !== "object") return of;
  const without = new Set(step.slice(REST.length).split(","));
  const props = of.expr.props.filter((it) => !("k" in it) || !without.has(it.k));
  return { ...of, expr: { ...of.expr, props } };
}

function symbolMember(of: Extract<Value, { k: "symbol" }>, key: string): Value {
  if (of.path.length >= LONGEST) return unknown("variable");
  if (of.root.k === "global" && of.path.length === 0 && GLOBAL_OBJECTS.has(of.root.n))
    return { k: "symbol", root: { k: "global", n: key }, path: [] };
  const path = of.path.at(-1)?.startsWith(REST) ? of.path.slice(0, -1) : of.path;
  return { ...of, path: [...path, key] };
}

function objectMember(
  world: World,
  of: Extract<Value, { k: "object" }>,
  key: string,
): readonly Value[] {
  const { module, expr, frame } = of;
  const result: Value[] = [];
  // The last one wins; a spread after the key may hold it as well.
  for (const prop of [...expr.props].reverse()) {
    if ("k" in prop) {
      if (prop.k !== key) continue;
      const values = evaluate(world, module, prop.v, frame);
      return [...result, ...(prop.get ? values.flatMap((it) => returned(world, it)) : values)];
    }
    if ("spread" in prop) {
      const inner = evaluate(world, module, prop.spread, frame).flatMap((it) =>
        memberValue(world, it, key),
      );
      result.push(...inner.filter((it) => it.k !== "unknown"));
    } else {
      const names = evaluate(world, module, prop.by, frame);
      if (names.some((it) => it.k === "string" && it.v === key))
        result.push(...evaluate(world, module, prop.v, frame));
    }
  }
  if (result.length > 0) return result;
  const assigned = objectAssigns(world, module, expr, key);
  if (assigned.length > 0) return assigned;
  // One of several literals that leaves the key out has nothing there.
  const isWhole = expr.props.length > 0 && expr.props.every((it) => "k" in it);
  return isWhole ? [] : [unknown("data")];
}

/** `analytics.track = …` on the variable that the literal is in. */
function objectAssigns(
  world: World,
  module: Module,
  expr: Extract<Value, { k: "object" }>["expr"],
  key: string,
): Value[] {
  for (const [b, list] of module.assigns)
    if (module.facts.bindings[b]?.defs.includes(expr))
      return list.flatMap(([k, v]) => (k === key ? evaluate(world, module, v, null) : []));
  return [];
}

function assignedMember(world: World, module: Module, i: number, key: string): Value[] {
  for (const [b, list] of module.assigns)
    if (module.facts.bindings[b]?.defs.some((it) => it.t === "function" && it.i === i))
      return list.flatMap(([k, v]) => (k === key ? evaluate(world, module, v, null) : []));
  return [];
}

/** A getter's value. */
function returned(world: World, value: Value): readonly Value[] {
  if (value.k !== "function") return [];
  return evaluateAll(world, value.fn.module, value.fn.fact.returns, value.frame);
}

/** A member of a class or of those it extends; null where none has it. */
export function classMember(
  world: World,
  cls: Cls,
  key: string,
  isStatic: boolean,
  depth: number,
): readonly Value[] | null {
  if (depth > 12) return null;
  const { module, fact } = cls;
  const added = isStatic ? cls.added.get(key) : undefined;
  for (const member of fact.members) {
    if (member.n !== key || member.kind === "constructor") continue;
    // `this` in a static method reads like an instance.
    if (isStatic && !member.isStatic && !added) continue;
    const frame: Frame | null = null;
    const values = evaluateAll(world, module, [...member.defs, ...(added ?? [])], frame);
    if (member.kind === "method") return values;
    if (member.kind === "get") {
      const got = values.flatMap((it) => (it.k === "function" ? fieldOf(world, it) : []));
      return got;
    }
    const useful = values.filter((it) => it.k !== "unknown");
    const typed = member.type ? typeValue(world, module, member.type) : [];
    const strong = typed.filter((it) => it.k !== "unknown");
    // A type that leads to code says more than a parameter that anything can be passed to.
    if (useful.every((it) => it.k === "symbol") && strong.length > 0) return [...strong, ...useful];
    return useful.length > 0 ? useful : [unknown("variable")];
  }
  if (added) return evaluateAll(world, module, added, null);
  if (!fact.extends) return null;
  for (const base of evaluate(world, module, fact.extends, null)) {
    if (base.k === "class") {
      const found = classMember(world, base.cls, key, isStatic, depth + 1);
      if (found) return found;
    } else if (base.k === "external" || base.k === "client") {
      const made = base.k === "external" ? externalStep(base, "new") : base;
      if (made.k === "client") return memberValue(world, made, key);
    }
  }
  return null;
}

function fieldOf(world: World, getter: Extract<Value, { k: "function" }>): readonly Value[] {
  const { fn } = getter;
  const values = evaluateAll(world, fn.module, fn.fact.returns, null);
  const useful = values.filter((it) => it.k !== "unknown");
  if (useful.length > 0 || !fn.fact.type) return useful;
  return typeValue(world, fn.module, fn.fact.type);
}
