import type { ObjectExpression } from "oxc-parser";
import { addBinding, at, type Draft } from "./draft.js";
import type { Expr, Prop } from "./expr.js";
import { lowerExpression } from "./lower-expression.js";
import { keyName } from "./lower-type.js";

/**
 * An object literal. One with methods gets a binding of its own, so that `this` in them finds the
 * way back to the whole.
 */
export function lowerObject(draft: Draft, node: ObjectExpression): Expr {
  const place = at(draft, node);
  const hasMethods = node.properties.some(
    (it) => it.type === "Property" && it.value.type === "FunctionExpression",
  );
  const holder = hasMethods ? addBinding(draft, "", []) : -1;
  const props: Prop[] = [];
  const object: Expr = { t: "object", at: place, props };
  const outer = draft.name;
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      draft.name = "";
      props.push({ spread: lowerExpression(draft, property.argument), at: at(draft, property) });
      continue;
    }
    const key = keyName(property.key, property.computed);
    const keyAt = at(draft, property.key);
    if (key === null) {
      draft.name = "";
      const by: Expr =
        property.key.type === "PrivateIdentifier"
          ? { t: "other", at: keyAt, kind: "unknown", parts: [] }
          : lowerExpression(draft, property.key);
      props.push({ by, at: keyAt, v: lowerExpression(draft, property.value) });
      continue;
    }
    const v = lowerNamed(draft, property.value, key, outer, holder);
    props.push(
      property.kind === "get" ? { k: key, at: keyAt, v, get: true } : { k: key, at: keyAt, v },
    );
  }
  draft.name = "";
  if (holder < 0) return object;
  draft.bindings[holder]?.defs.push(object);
  return { t: "name", at: place, b: holder };
}

function lowerNamed(
  draft: Draft,
  value: ObjectExpression["properties"][number] extends infer P
    ? P extends { type: "Property"; value: infer V }
      ? V
      : never
    : never,
  key: string,
  outer: string,
  holder: number,
): Expr {
  const { c, self } = draft;
  draft.name = key;
  if (value.type === "FunctionExpression") {
    draft.method = true;
    draft.c = -1;
    draft.self = holder;
  }
  if (outer !== "") draft.symbols.push(outer);
  const v = lowerExpression(draft, value);
  if (outer !== "") draft.symbols.pop();
  Object.assign(draft, { c, self, method: false, name: "" });
  return v;
}
