import type { CallExpression, NewExpression, TaggedTemplateExpression } from "oxc-parser";
import { at, type Draft, type Growing } from "./draft.js";
import type { Expr } from "./expr.js";
import type { CallFact } from "./facts.js";
import { lowerExpression } from "./lower-expression.js";
import { lowerType } from "./lower-type.js";

const EACH: ReadonlySet<string> = new Set([
  "forEach",
  "map",
  "flatMap",
  "filter",
  "reduce",
  "some",
  "every",
]);

/** A call or a `new`, put into the table of calls. */
export function lowerCall(draft: Draft, node: CallExpression | NewExpression): Expr {
  const place = at(draft, node);
  const name = draft.name;
  draft.name = "";
  const callee = lowerExpression(draft, node.callee);
  const required = requireOf(draft, callee, node, place);
  if (required) return required;
  const isEach = callee.t === "member" && EACH.has(callee.key);
  const args: Expr[] = [];
  const functions = draft.functions.length;
  node.arguments.forEach((argument, index) => {
    // `useCallback(() => …)` is known by the name of its variable.
    const isFunction =
      argument.type === "ArrowFunctionExpression" || argument.type === "FunctionExpression";
    if (index === 0 && isFunction) draft.name = name;
    if (isEach && isFunction) draft.nextLoops = 1;
    args.push(lowerExpression(draft, argument));
    draft.name = "";
    draft.nextLoops = 0;
  });
  const call: Growing<CallFact> = { callee, args, at: place, f: draft.f };
  if (node.type === "NewExpression") call.kind = "new";
  if (draft.loops > 0) call.isInLoop = true;
  const types = node.typeArguments?.params;
  if (types) call.types = types.map((it) => lowerType(draft, it));
  const i = draft.calls.push(call) - 1;
  if (draft.functions.length > functions)
    args.forEach((arg, index) => {
      const fact = arg.t === "function" ? draft.functions[arg.i] : undefined;
      if (fact) fact.argOf = [i, index];
    });
  return { t: "call", at: place, i };
}

/** `require("x")` is an import of all of it. */
function requireOf(
  draft: Draft,
  callee: Expr,
  node: CallExpression | NewExpression,
  place: Expr["at"],
): Expr | null {
  const first = node.arguments[0];
  if (callee.t !== "global" || callee.n !== "require" || first?.type !== "Literal") return null;
  if (typeof first.value !== "string") return null;
  draft.facts.imports.push({ m: first.value, names: ["*"], at: place });
  return { t: "import", at: place, m: first.value, n: "*" };
}

/** A tagged template: a call whose arguments are the holes. */
export function lowerTagged(draft: Draft, node: TaggedTemplateExpression): Expr {
  const place = at(draft, node);
  const callee = lowerExpression(draft, node.tag);
  const args = node.quasi.expressions.map((it) => lowerExpression(draft, it));
  const i = draft.calls.push({ callee, args, at: place, f: draft.f, kind: "tagged" }) - 1;
  return { t: "call", at: place, i };
}
