import type { TypeExpr } from "../facts/type-expr.js";
import { callableResult } from "./call-result.js";
import { compose } from "./compose.js";
import { elementsOf } from "./elements.js";
import { bindingValue, evaluate } from "./evaluate.js";
import { moduleExport } from "./export-value.js";
import { externalValue } from "./external-value.js";
import { clientOfModule, clientOfSpecifier } from "./generated-client.js";
import { memberValue } from "./member-value.js";
import type { Module } from "./module.js";
import { unknown, type Value, type World } from "./value.js";

/** Types that stand for what is in them. */
const THROUGH: ReadonlySet<string> = new Set([
  ...["Promise", "Readonly", "Partial", "Required", "NonNullable", "Awaited", "PropsWithChildren"],
  ...["Extract", "Exclude", "Pick", "Omit", "DeepReadonly", "MaybePromise", "InstanceType", "Ref"],
]);
/** Those whose second argument is what is in them. */
const MAPS: ReadonlySet<string> = new Set(["Map", "ReadonlyMap", "WeakMap"]);
const BOXES: ReadonlySet<string> = new Set(["RefObject", "MutableRefObject"]);

/** What a value of a type can be: strings of a union, an instance, an SDK's client. */
export function typeValue(
  world: World,
  module: Module,
  type: TypeExpr,
  depth = 0,
): readonly Value[] {
  if (depth > 16 || world.fuel-- <= 0) return [unknown("too-many")];
  const next = (it: TypeExpr): readonly Value[] => typeValue(world, module, it, depth + 1);
  switch (type.t) {
    case "literal":
      if (typeof type.v === "string") return [{ k: "string", v: type.v, module: null, at: null }];
      return type.v === null ? [] : [{ k: "scalar", v: type.v }];
    case "union":
      return type.of.flatMap(next);
    case "both": {
      const all = type.of.flatMap(next);
      const known = all.filter((it) => it.k !== "unknown");
      return known.length > 0 ? known : all.slice(0, 1);
    }
    case "typeof":
      return evaluate(world, module, type.x, null);
    case "keyof":
      return next(type.of).flatMap((it) =>
        it.k === "typed" && it.type.t === "object"
          ? it.type.members.map(
              (member): Value => ({ k: "string", v: member.k, module: null, at: null }),
            )
          : elementsOf(world, it, true),
      );
    case "indexed": {
      const of = next(type.of);
      if (type.by.t === "plain") return of.flatMap((it) => elementsOf(world, it));
      const keys = next(type.by).flatMap((it) => (it.k === "string" ? [it.v] : []));
      return keys.length > 0
        ? of.flatMap((it) => keys.flatMap((key) => memberValue(world, it, key)))
        : [unknown("variable")];
    }
    case "template":
      return compose(type.texts, type.holes.map(next));
    case "import":
      return named(world, module, type.m, type.n[0] ?? "*");
    case "ref":
      return refValue(world, module, type, depth);
    case "plain":
      return type.n === "nothing" ? [] : [unknown("variable")];
    default:
      return [{ k: "typed", module, type }];
  }
}

function refValue(
  world: World,
  module: Module,
  type: Extract<TypeExpr, { t: "ref" }>,
  depth: number,
): readonly Value[] {
  const [first, second] = type.n;
  const [arg] = type.args;
  if (first === undefined) return [unknown("variable")];
  const decl = module.types.get(first);
  if (decl) {
    if (decl.type.t === "object") return [{ k: "typed", module, type: decl.type }];
    return typeValue(world, module, decl.type, depth + 1);
  }
  const b = module.typeBindings.get(first);
  if (b !== undefined) {
    const [def] = module.facts.bindings[b]?.defs ?? [];
    // What is imported may be a type only, which no value's table knows.
    if (def?.t === "import")
      return named(world, module, def.m, def.n === "*" ? (second ?? "*") : def.n);
    const values = bindingValue(world, module, b, null);
    if (second !== undefined) return values.flatMap((it) => memberValue(world, it, second));
    return values.flatMap((it) => instanceOf(world, it));
  }
  if (!arg) return [unknown("variable")];
  if (first === "ReturnType")
    return typeValue(world, module, arg, depth + 1).flatMap((it) => callableResult(world, it));
  if (THROUGH.has(first)) return typeValue(world, module, arg, depth + 1);
  if (first === "Array" || first === "ReadonlyArray" || first === "Set")
    return [{ k: "typed", module, type: { t: "array", of: arg } }];
  const held = second === undefined ? type.args[1] : undefined;
  if (MAPS.has(first) && held) return [{ k: "typed", module, type: { t: "array", of: held } }];
  if (first === "Record") return [{ k: "typed", module, type }];
  if (BOXES.has(first))
    return [{ k: "wrapped", of: typeValue(world, module, arg, depth + 1), key: "current" }];
  return [unknown("variable")];
}

/** A type by the name that a module exports it under. */
function named(world: World, from: Module, m: string, n: string): readonly Value[] {
  const module = world.importOf(from.file, m);
  const client = clientOfSpecifier(m) ?? (module ? clientOfModule(module, m) : null);
  if (client) {
    const isBound = n === "BoundTracker";
    if (n === "Track") return [{ k: "generated", client, role: { k: "path", path: [] } }];
    if (n !== "Tracker" && !isBound) return [unknown("variable")];
    return [{ k: "generated", client: { ...client, isBound }, role: { k: "tracker" } }];
  }
  if (!module) {
    if (BOXES.has(n) || THROUGH.has(n)) return [unknown("variable")];
    const direct = externalValue(m, [n]);
    if (direct.k === "client") return [direct];
    const made = externalValue(m, [n, "new"]);
    return made.k === "client" ? [made] : [{ k: "external", m, path: [n, "new"] }];
  }
  return exportedType(world, module, n, 0);
}

function exportedType(world: World, module: Module, n: string, depth: number): readonly Value[] {
  if (depth > 16) return [unknown("too-many")];
  const decl = module.types.get(n);
  if (decl)
    return decl.type.t === "object"
      ? [{ k: "typed", module, type: decl.type }]
      : typeValue(world, module, decl.type, depth + 1);
  const own = module.exports.get(n);
  if (own?.t === "import") return named(world, module, own.m, own.n);
  if (own) {
    // `export { Analytics }` of an imported or local type.
    if (own.t === "global") {
      const local = module.types.get(own.n);
      if (local) return exportedType(world, module, own.n, depth + 1);
    }
    const binding = own.t === "name" ? module.facts.bindings[own.b]?.defs[0] : undefined;
    if (binding?.t === "import") return named(world, module, binding.m, binding.n);
    return (moduleExport(world, module, n, 0) ?? []).flatMap((it) => instanceOf(world, it));
  }
  for (const star of module.facts.stars) {
    const next = world.importOf(module.file, star);
    const found = next ? exportedType(world, next, n, depth + 1) : [];
    if (found.some((it) => it.k !== "unknown")) return found;
  }
  return [unknown("variable")];
}

/** What a name means as a type: a class its instances, an enum its values. */
function instanceOf(world: World, value: Value): readonly Value[] {
  if (value.k === "class") return [{ k: "instance", cls: value.cls }];
  if (value.k === "object" && value.expr.isEnum) return elementsOf(world, value);
  return [value];
}
