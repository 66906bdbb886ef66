import type {
  ArrowFunctionExpression,
  BindingPattern,
  Function as FunctionNode,
  ParamPattern,
  TSTypeAnnotation,
} from "oxc-parser";
import { at, type Draft, type Growing, inScope } from "./draft.js";
import type { Expr } from "./expr.js";
import type { FunctionFact, ParamFact } from "./facts.js";
import { lowerExpression } from "./lower-expression.js";
import { declarePattern } from "./lower-pattern.js";
import { lowerStatements } from "./lower-statement.js";
import { lowerAnnotation } from "./lower-type.js";

/** Reads a function with all that is in it; its index in the table of functions. */
export function lowerFunction(draft: Draft, node: FunctionNode | ArrowFunctionExpression): number {
  const name = (node.id?.name ?? draft.name) || "";
  draft.name = "";
  if (name !== "") draft.symbols.push(name);
  const fact: Growing<FunctionFact> = {
    n: name,
    at: at(draft, node),
    params: [],
    returns: [],
    up: draft.f,
    c: draft.c,
    symbol: draft.symbols.join("."),
  };
  const index = draft.functions.push(fact) - 1;
  const { f, c, self, loops } = draft;
  draft.f = index;
  draft.loops = draft.nextLoops;
  draft.nextLoops = 0;
  // An arrow keeps the `this` around it; a function has its own, which only a method's is known.
  if (node.type !== "ArrowFunctionExpression" && !draft.method) {
    draft.c = -1;
    draft.self = -1;
  }
  draft.method = false;
  inScope(draft, true, () => {
    node.params.forEach((param, i) => {
      lowerParam(draft, fact, index, param, i);
    });
    const type = lowerAnnotation(draft, node.returnType);
    if (type) fact.type = type;
    if (!node.body) fact.isAbstract = true;
    else if (node.type === "ArrowFunctionExpression" && node.body.type !== "BlockStatement")
      fact.returns.push(lowerExpression(draft, node.body));
    else if (node.body.type === "BlockStatement") lowerStatements(draft, node.body.body);
  });
  Object.assign(draft, { f, c, self, loops });
  if (name !== "") draft.symbols.pop();
  return index;
}

function lowerParam(
  draft: Draft,
  fact: Growing<FunctionFact>,
  f: number,
  node: ParamPattern,
  i: number,
): void {
  const place = at(draft, node);
  if (node.type === "TSParameterProperty") {
    lowerParam(draft, fact, f, node.parameter, i);
    return;
  }
  const isRest = node.type === "RestElement";
  const pattern: BindingPattern = isRest ? node.argument : node;
  const inner = pattern.type === "AssignmentPattern" ? pattern.left : pattern;
  const annotation = isRest
    ? (node.typeAnnotation ?? annotationOf(pattern))
    : (annotationOf(inner) ?? annotationOf(pattern));
  const type = lowerAnnotation(draft, annotation);
  const param: Growing<ParamFact> = { n: inner.type === "Identifier" ? inner.name : "" };
  if (type) param.type = type;
  if (isRest) param.isRest = true;
  const value: Expr = isRest
    ? { t: "param", at: place, f, i, isRest: true }
    : { t: "param", at: place, f, i };
  if (pattern.type === "AssignmentPattern") param.default = lowerExpression(draft, pattern.right);
  fact.params.push(param);
  declarePattern(draft, inner, value, draft.scope);
}

function annotationOf(pattern: BindingPattern): TSTypeAnnotation | null | undefined {
  return "typeAnnotation" in pattern ? pattern.typeAnnotation : null;
}
