import { evaluate, evaluateAll } from "./evaluate.js";
import { memberValue } from "./member-value.js";
import { typeValue } from "./type-value.js";
import { unknown, type Value, type World } from "./value.js";

/** Spreads within spreads that are followed; a list that is spread into itself has no end. */
const DEEPEST = 4;

/** What any element of a list or any value of an object can be; with `isKey`, any key. */
export function elementsOf(world: World, of: Value, isKey?: boolean, depth = 0): readonly Value[] {
  if (world.fuel-- <= 0) return [unknown("too-many")];
  const spread = (inner: Value): readonly Value[] =>
    depth < DEEPEST ? elementsOf(world, inner, isKey, depth + 1) : [unknown("too-many")];
  switch (of.k) {
    case "array":
      return of.items.flatMap((it) =>
        it.t === "spread"
          ? evaluate(world, of.module, it.of, of.frame).flatMap(spread)
          : evaluate(world, of.module, it, of.frame),
      );
    case "object": {
      const { props } = of.expr;
      if (isKey)
        return props.flatMap((it): Value[] =>
          "k" in it ? [{ k: "string", v: it.k, module: of.module, at: it.at }] : [unknown("data")],
        );
      return props.flatMap((it) =>
        "spread" in it
          ? evaluate(world, of.module, it.spread, of.frame).flatMap(spread)
          : evaluateAll(world, of.module, [it.v], of.frame),
      );
    }
    case "typed":
      if (of.type.t === "array") return typeValue(world, of.module, of.type.of);
      if (of.type.t === "tuple") return of.type.of.flatMap((it) => typeValue(world, of.module, it));
      if (of.type.t === "ref" && of.type.n[0] === "Record" && of.type.args[1])
        return typeValue(world, of.module, of.type.args[isKey ? 0 : 1] ?? of.type.args[1]);
      return [unknown("data")];
    case "class":
      return of.cls.fact.members.flatMap((it) =>
        it.isStatic && it.kind === "field" ? evaluateAll(world, of.cls.module, it.defs, null) : [],
      );
    case "namespace":
      return [...of.module.exports.keys()].flatMap((key) => memberValue(world, of, key));
    case "builtin":
      if (of.name === "Object.keys") return elementsOf(world, of.of, true);
      return of.name === "Object.values" ? elementsOf(world, of.of) : [unknown("data")];
    case "symbol":
      return [{ ...of, path: [...of.path, "*"] }];
    default:
      return [unknown("data")];
  }
}
