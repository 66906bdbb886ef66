import type { AssignmentExpression, AssignmentTarget } from "oxc-parser";
import { addBinding, type Draft, refer } from "./draft.js";
import type { Expr } from "./expr.js";
import { isGlobalObject, lowerExpression } from "./lower-expression.js";
import { keyName } from "./lower-type.js";

/** An assignment; its value is remembered where it goes. */
export function lowerAssignment(draft: Draft, node: AssignmentExpression): Expr {
  const { left } = node;
  if (left.type === "Identifier") draft.name = left.name;
  else if (left.type === "MemberExpression" && left.property.type === "Identifier")
    draft.name = left.property.name;
  const value = lowerExpression(draft, node.right);
  draft.name = "";
  assign(draft, left, value);
  return value;
}

function assign(draft: Draft, target: AssignmentTarget, value: Expr): void {
  switch (target.type) {
    case "Identifier":
      draft.later.push({ scope: draft.scope, name: target.name, value });
      return;
    case "MemberExpression": {
      const of = lowerExpression(draft, target.object);
      const key = target.computed
        ? target.property.type === "Literal"
          ? String(target.property.value)
          : null
        : keyName(target.property, false);
      if (key !== null) assignMember(draft, of, key, value);
      return;
    }
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TSSatisfiesExpression": {
      const inner = target.expression;
      if (inner.type === "Identifier" || inner.type === "MemberExpression")
        assign(draft, inner, value);
      return;
    }
    case "ObjectPattern": {
      const from = held(draft, value);
      for (const property of target.properties) {
        if (property.type === "RestElement") continue;
        const key = keyName(property.key, property.computed);
        const into = property.value;
        const inner = into.type === "AssignmentPattern" ? into.left : into;
        if (key !== null)
          assign(draft, inner as AssignmentTarget, { t: "member", at: from.at, of: from, key });
      }
      return;
    }
    case "ArrayPattern": {
      const from = held(draft, value);
      target.elements.forEach((element, index) => {
        if (!element || element.type === "RestElement") return;
        const inner = element.type === "AssignmentPattern" ? element.left : element;
        const key = String(index);
        assign(draft, inner as AssignmentTarget, { t: "member", at: from.at, of: from, key });
      });
    }
  }
}

function held(draft: Draft, value: Expr): Expr {
  return { t: "name", at: value.at, b: addBinding(draft, "", [value]) };
}

function assignMember(draft: Draft, of: Expr, key: string, value: Expr): void {
  if (of.t === "this" && of.c >= 0) {
    const members = draft.classes[of.c]?.members;
    const known = members?.find((it) => it.n === key && it.kind === "field");
    if (known) known.defs.push(value);
    else members?.push({ n: key, kind: "field", defs: [value] });
    return;
  }
  const inner = of.t === "cast" ? of.of : of;
  if (isGlobalObject(of)) draft.facts.globals.push([key, value]);
  else if (inner.t === "global" && inner.n === "module" && key === "exports")
    exportWhole(draft, value);
  else if (inner.t === "global" && inner.n === "exports")
    draft.facts.exports.push({ n: key, value });
  else if (inner.t === "member" && inner.key === "exports")
    draft.facts.exports.push({ n: key, value });
  else if (key.startsWith("$") && inner.t === "member") draft.facts.globals.push([key, value]);
  else if (inner.t === "name" || inner.t === "global")
    draft.memberAssigns.push({
      of: inner.t === "global" ? refer(draft, inner.n, inner.at) : inner,
      key,
      value,
    });
}

/** `module.exports = …`: the whole is the default; keys of a literal are exports as well. */
function exportWhole(draft: Draft, value: Expr): void {
  draft.facts.exports.push({ n: "default", value });
  const whole = value.t === "name" ? draft.bindings[value.b]?.defs[0] : value;
  if (whole?.t !== "object") return;
  for (const prop of whole.props)
    if ("k" in prop) draft.facts.exports.push({ n: prop.k, value: prop.v });
}
