import type { JSXChild, JSXElement, JSXElementName, JSXFragment } from "oxc-parser";
import { at, type Draft, type Growing, refer } from "./draft.js";
import type { Expr, Prop } from "./expr.js";
import type { CallFact } from "./facts.js";
import { lowerExpression } from "./lower-expression.js";

/** A JSX element: a call of its component with an object of its attributes. */
export function lowerJsx(draft: Draft, node: JSXElement): Expr {
  const place = at(draft, node);
  draft.name = "";
  const fact = draft.functions[draft.f];
  if (fact) fact.hasJsx = true;
  const callee = lowerName(draft, node.openingElement.name);
  const props: Prop[] = [];
  for (const attribute of node.openingElement.attributes) {
    if (attribute.type === "JSXSpreadAttribute") {
      const spread = lowerExpression(draft, attribute.argument);
      props.push({ spread, at: at(draft, attribute) });
      continue;
    }
    const { name, value } = attribute;
    const key =
      name.type === "JSXIdentifier" ? name.name : `${name.namespace.name}:${name.name.name}`;
    const keyAt = at(draft, name);
    if (value === null)
      props.push({ k: key, at: keyAt, v: { t: "value", at: keyAt, kind: "boolean", v: true } });
    else if (value.type === "JSXExpressionContainer") {
      if (value.expression.type === "JSXEmptyExpression") continue;
      props.push({ k: key, at: keyAt, v: lowerExpression(draft, value.expression) });
    } else props.push({ k: key, at: keyAt, v: lowerExpression(draft, value) });
  }
  const children = lowerChildren(draft, node.children);
  if (children.length > 0)
    props.push({
      k: "children",
      at: place,
      v:
        children.length === 1 && children[0]
          ? children[0]
          : { t: "array", at: place, items: children },
    });
  // An element of the host has nobody to hand its attributes to.
  if (!callee) return { t: "other", at: place, kind: "object", parts: [] };
  const opening = at(draft, node.openingElement);
  const args: Expr[] = [{ t: "object", at: opening, props }];
  const call: Growing<CallFact> = { callee, args, at: opening, f: draft.f, kind: "jsx" };
  if (draft.loops > 0) call.isInLoop = true;
  return { t: "call", at: place, i: draft.calls.push(call) - 1 };
}

/** `<>…</>`. */
export function lowerFragment(draft: Draft, node: JSXFragment): Expr {
  const fact = draft.functions[draft.f];
  if (fact) fact.hasJsx = true;
  lowerChildren(draft, node.children);
  return { t: "other", at: at(draft, node), kind: "object", parts: [] };
}

/** Children that are functions can be called by their parent; everything in all of them is read. */
function lowerChildren(draft: Draft, children: readonly JSXChild[]): Expr[] {
  const functions: Expr[] = [];
  for (const child of children) {
    if (child.type === "JSXElement") lowerJsx(draft, child);
    else if (child.type === "JSXFragment") lowerFragment(draft, child);
    else if (child.type === "JSXSpreadChild") lowerExpression(draft, child.expression);
    else if (
      child.type === "JSXExpressionContainer" &&
      child.expression.type !== "JSXEmptyExpression"
    ) {
      const value = lowerExpression(draft, child.expression);
      if (value.t === "function") functions.push(value);
    }
  }
  return functions;
}

function lowerName(draft: Draft, name: JSXElementName): Expr | null {
  const place = at(draft, name);
  if (name.type === "JSXIdentifier")
    return /^[A-Z$_]/.test(name.name) ? refer(draft, name.name, place) : null;
  if (name.type === "JSXMemberExpression") {
    const of = lowerName(draft, name.object);
    const base = of ?? lowerLower(draft, name.object, place);
    return base ? { t: "member", at: place, of: base, key: name.property.name } : null;
  }
  return null;
}

/** `motion.div`: a member of what begins with a small letter. */
function lowerLower(draft: Draft, name: JSXElementName, place: Expr["at"]): Expr | null {
  return name.type === "JSXIdentifier" ? refer(draft, name.name, place) : null;
}
