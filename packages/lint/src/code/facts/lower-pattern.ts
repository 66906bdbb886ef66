import type { BindingPattern, PropertyKey } from "oxc-parser";
import { addBinding, at, type Draft, declare, type Scope } from "./draft.js";
import type { Expr } from "./expr.js";
import { lowerExpression } from "./lower-expression.js";
import { keyName, lowerAnnotation } from "./lower-type.js";
import type { TypeExpr } from "./type-expr.js";

/** Declares every name of a pattern, each with the way that leads from `value` to it. */
export function declarePattern(
  draft: Draft,
  pattern: BindingPattern,
  value: Expr | null,
  scope: Scope,
  type?: TypeExpr,
): void {
  const place = at(draft, pattern);
  switch (pattern.type) {
    case "Identifier": {
      const own = lowerAnnotation(draft, pattern.typeAnnotation) ?? type;
      declare(draft, scope, pattern.name, value ? [value] : [], own);
      return;
    }
    case "AssignmentPattern": {
      const fallback = lowerExpression(draft, pattern.right);
      const either: Expr = value ? { t: "either", at: place, of: [value, fallback] } : fallback;
      declarePattern(draft, pattern.left, either, scope, type);
      return;
    }
    case "ObjectPattern": {
      const own = lowerAnnotation(draft, pattern.typeAnnotation) ?? type;
      const from = shared(draft, value, own);
      const taken: string[] = [];
      for (const property of pattern.properties) {
        if (property.type === "RestElement") {
          const rest: Expr = { t: "rest", at: at(draft, property), of: from, without: taken };
          declarePattern(draft, property.argument, rest, scope);
          continue;
        }
        const key = keyName(property.key, property.computed);
        if (key !== null) taken.push(key);
        const keyAt = at(draft, property.key);
        const part: Expr =
          key === null
            ? { t: "index", at: keyAt, of: from, by: lowerComputed(draft, property.key) }
            : { t: "member", at: keyAt, of: from, key };
        declarePattern(draft, property.value, part, scope);
      }
      return;
    }
    case "ArrayPattern": {
      const from = shared(draft, value, lowerAnnotation(draft, pattern.typeAnnotation) ?? type);
      pattern.elements.forEach((element, index) => {
        if (!element) return;
        if (element.type === "RestElement") {
          const rest: Expr = {
            t: "rest",
            at: at(draft, element),
            of: from,
            without: [],
            from: index,
          };
          declarePattern(draft, element.argument, rest, scope);
        } else {
          const key = String(index);
          const part: Expr = { t: "member", at: at(draft, element), of: from, key };
          declarePattern(draft, element, part, scope);
        }
      });
    }
  }
}

/** One place for a value that several names are taken from, so that facts stay a small tree. */
function shared(draft: Draft, value: Expr | null, type: TypeExpr | undefined): Expr {
  const place = value?.at ?? [0, 0];
  if (!type && value && isSmall(value)) return value;
  return { t: "name", at: place, b: addBinding(draft, "", value ? [value] : [], type) };
}

function isSmall(value: Expr): boolean {
  return ["name", "global", "param", "this", "call", "import"].includes(value.t);
}

function lowerComputed(draft: Draft, key: PropertyKey): Expr {
  if (key.type === "PrivateIdentifier")
    return { t: "other", at: at(draft, key), kind: "unknown", parts: [] };
  return lowerExpression(draft, key);
}
