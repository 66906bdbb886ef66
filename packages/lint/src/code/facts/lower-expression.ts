import type { Argument, Expression, Node, TemplateLiteral } from "oxc-parser";
import type { TypeEscape } from "../value-fact.js";
import { at, type Draft, refer } from "./draft.js";
import type { Expr } from "./expr.js";
import { lowerAssignment } from "./lower-assignment.js";
import { lowerCall, lowerTagged } from "./lower-call.js";
import { lowerClass } from "./lower-class.js";
import { lowerFunction } from "./lower-function.js";
import { lowerFragment, lowerJsx } from "./lower-jsx.js";
import { lowerObject } from "./lower-object.js";
import { lowerType } from "./lower-type.js";

const GLOBALS: ReadonlySet<string> = new Set(["window", "globalThis", "self", "global"]);
const ARITHMETIC: ReadonlySet<string> = new Set([
  "-",
  "*",
  "/",
  "%",
  "**",
  "|",
  "&",
  "^",
  "<<",
  ">>",
]);
const ADDRESS = /^https?:\/\/|posthog\.com/;

/** An expression, with every call and function in it put into the tables. */
export function lowerExpression(draft: Draft, node: Expression | Argument): Expr {
  const place = at(draft, node);
  switch (node.type) {
    case "Literal":
      return lowerLiteral(draft, node.value, place);
    case "TemplateLiteral":
      return lowerTemplate(draft, node);
    case "Identifier":
      return node.name === "undefined"
        ? { t: "value", at: place, kind: "undefined" }
        : refer(draft, node.name, place);
    case "MemberExpression":
      return lowerMember(draft, node);
    case "CallExpression":
    case "NewExpression":
      return lowerCall(draft, node);
    case "ChainExpression":
    case "ParenthesizedExpression":
    case "TSInstantiationExpression":
      return lowerExpression(draft, node.expression);
    case "AwaitExpression":
      return lowerExpression(draft, node.argument);
    case "ArrowFunctionExpression":
    case "FunctionDeclaration":
    case "FunctionExpression":
      return { t: "function", at: place, i: lowerFunction(draft, node) };
    case "ClassDeclaration":
    case "ClassExpression":
      return { t: "class", at: place, i: lowerClass(draft, node) };
    case "ObjectExpression":
      return lowerObject(draft, node);
    case "ArrayExpression": {
      const items = node.elements.map(
        (it): Expr =>
          it ? lowerExpression(draft, it) : { t: "value", at: place, kind: "undefined" },
      );
      return { t: "array", at: place, items };
    }
    case "SpreadElement":
      return { t: "spread", at: place, of: lowerExpression(draft, node.argument) };
    case "ConditionalExpression": {
      lowerExpression(draft, node.test);
      const of = [lowerExpression(draft, node.consequent), lowerExpression(draft, node.alternate)];
      return { t: "either", at: place, of };
    }
    case "LogicalExpression": {
      const of = [lowerExpression(draft, node.left), lowerExpression(draft, node.right)];
      return node.operator === "&&"
        ? { t: "either", at: place, of, and: true }
        : { t: "either", at: place, of };
    }
    case "BinaryExpression": {
      const right = lowerExpression(draft, node.right);
      if (node.left.type === "PrivateIdentifier")
        return { t: "other", at: place, kind: "boolean", parts: [] };
      const left = lowerExpression(draft, node.left);
      if (node.operator === "+") return { t: "sum", at: place, left, right };
      const kind = ARITHMETIC.has(node.operator) ? "number" : "boolean";
      return { t: "other", at: place, kind, parts: [left, right] };
    }
    case "AssignmentExpression":
      return lowerAssignment(draft, node);
    case "SequenceExpression": {
      const all = node.expressions.map((it) => lowerExpression(draft, it));
      return all.at(-1) ?? { t: "other", at: place, kind: "unknown", parts: [] };
    }
    case "ThisExpression":
      return { t: "this", at: place, c: draft.c, self: draft.self };
    case "Super":
      return { t: "super", at: place, c: draft.c };
    case "TSAsExpression":
    case "TSTypeAssertion":
    case "TSSatisfiesExpression": {
      const of = lowerExpression(draft, node.expression);
      const { typeAnnotation } = node;
      // A literal keeps its own value under `as const` and `satisfies`.
      const says = node.type === "TSSatisfiesExpression" || isConst(typeAnnotation);
      const type = says ? null : lowerType(draft, typeAnnotation);
      const way = says ? undefined : ESCAPES[typeAnnotation.type];
      return way
        ? { t: "cast", at: place, of, type, escape: way }
        : { t: "cast", at: place, of, type };
    }
    case "TSNonNullExpression": {
      const of = lowerExpression(draft, node.expression);
      return { t: "cast", at: place, of, type: null, escape: "non-null" };
    }
    case "UnaryExpression": {
      const part = lowerExpression(draft, node.argument);
      if (node.operator === "void") return { t: "value", at: place, kind: "undefined" };
      const kind =
        node.operator === "typeof" ? "string" : node.operator === "!" ? "boolean" : "number";
      return { t: "other", at: place, kind, parts: [part] };
    }
    case "UpdateExpression":
      return { t: "other", at: place, kind: "number", parts: [] };
    case "YieldExpression": {
      const parts = node.argument ? [lowerExpression(draft, node.argument)] : [];
      return { t: "other", at: place, kind: "unknown", parts };
    }
    case "ImportExpression": {
      const source = lowerExpression(draft, node.source);
      if (source.t !== "string") return { t: "other", at: place, kind: "unknown", parts: [source] };
      draft.facts.imports.push({ m: source.v, names: ["*"], at: place });
      return { t: "import", at: place, m: source.v, n: "*" };
    }
    case "TaggedTemplateExpression":
      return lowerTagged(draft, node);
    case "JSXElement":
      return lowerJsx(draft, node);
    case "JSXFragment":
      return lowerFragment(draft, node);
    default:
      return { t: "other", at: place, kind: "unknown", parts: [] };
  }
}

const ESCAPES: Partial<Record<Node["type"], TypeEscape["kind"]>> = {
  TSAnyKeyword: "as-any",
  TSNeverKeyword: "as-never",
  TSUnknownKeyword: "as-unknown",
};

function isConst(type: Node): boolean {
  return (
    type.type === "TSTypeReference" &&
    type.typeName.type === "Identifier" &&
    type.typeName.name === "const"
  );
}

function lowerLiteral(draft: Draft, value: unknown, place: Expr["at"]): Expr {
  if (typeof value === "string") {
    if (ADDRESS.test(value)) draft.facts.urls.push({ v: value, at: place, f: draft.f });
    return { t: "string", at: place, v: value };
  }
  if (typeof value === "number") return { t: "value", at: place, kind: "number", v: value };
  if (typeof value === "boolean") return { t: "value", at: place, kind: "boolean", v: value };
  if (value === null) return { t: "value", at: place, kind: "null", v: null };
  return { t: "other", at: place, kind: "unknown", parts: [] };
}

function lowerTemplate(draft: Draft, node: TemplateLiteral): Expr {
  const texts = node.quasis.map((it) => it.value.cooked ?? it.value.raw);
  const holes = node.expressions.map((it) => lowerExpression(draft, it));
  const place = at(draft, node);
  const first = texts[0] ?? "";
  if (ADDRESS.test(texts.join("*")))
    draft.facts.urls.push({ v: texts.join("*"), at: place, f: draft.f });
  if (holes.length === 0) return { t: "string", at: place, v: first };
  return { t: "template", at: place, texts, holes };
}

function lowerMember(draft: Draft, node: Extract<Expression, { type: "MemberExpression" }>): Expr {
  const place = at(draft, node);
  const of = lowerExpression(draft, node.object);
  if (!node.computed) {
    const key =
      node.property.type === "PrivateIdentifier" ? `#${node.property.name}` : node.property.name;
    return member(draft, of, key, place);
  }
  const by = lowerExpression(draft, node.property);
  if (by.t === "string") return member(draft, of, by.v, place);
  if (by.t === "value" && typeof by.v === "number") return member(draft, of, String(by.v), place);
  return { t: "index", at: place, of, by };
}

function member(draft: Draft, of: Expr, key: string, place: Expr["at"]): Expr {
  if (isGlobalObject(of)) draft.facts.windowReads.push({ n: key, at: place, f: draft.f });
  return { t: "member", at: place, of, key };
}

/** `window`, also as `(window as any)`. */
export function isGlobalObject(expr: Expr): boolean {
  if (expr.t === "cast") return isGlobalObject(expr.of);
  return expr.t === "global" && GLOBALS.has(expr.n);
}
