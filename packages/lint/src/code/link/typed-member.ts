import type { TypeExpr, TypeMember } from "../facts/type-expr.js";
import type { Module } from "./module.js";
import { typeValue } from "./type-value.js";
import { unknown, type Value, type World } from "./value.js";

type Typed = Extract<Value, { k: "typed" }>;

/** A member of something of which only the type is known. */
export function typedMember(world: World, of: Typed, key: string): readonly Value[] {
  const { module, type } = of;
  if (type.t === "object") {
    const member = type.members.find((it) => it.k === key);
    if (member) return [memberOf(world, module, member)].flat();
    const base = inherited(world, module, type, key);
    return base.length > 0 ? base : [unknown("variable")];
  }
  if (type.t === "tuple") {
    const item = type.of[Number(key)];
    return item ? typeValue(world, module, item) : [unknown("data")];
  }
  if (type.t === "array" && /^\d+$/.test(key)) return typeValue(world, module, type.of);
  if (type.t === "array") return [{ k: "builtin", of, name: key }];
  return [unknown("variable")];
}

function memberOf(world: World, module: Module, member: TypeMember): readonly Value[] {
  const { type } = member;
  if (!type) return [unknown("variable")];
  const values = typeValue(world, module, type);
  return values.map((it) =>
    it.k === "typed" && it.type.t === "function" ? { ...it, member } : it,
  );
}

/** The same of the interfaces that it extends. */
function inherited(world: World, module: Module, type: TypeExpr, key: string): readonly Value[] {
  const decl = module.facts.types.find((it) => it.type === type);
  for (const base of decl?.extends ?? [])
    for (const value of typeValue(world, module, base)) {
      const found = value.k === "typed" ? typedMember(world, value, key) : [];
      if (found.some((it) => it.k !== "unknown")) return found;
    }
  return [];
}
