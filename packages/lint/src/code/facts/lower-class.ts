import type { Class, ClassElement, Function as FunctionNode } from "oxc-parser";
import type { ClassDraft, MemberDraft } from "./draft.js";
import { at, type Draft, inScope } from "./draft.js";
import type { Expr } from "./expr.js";
import { lowerExpression } from "./lower-expression.js";
import { lowerFunction } from "./lower-function.js";
import { lowerStatements } from "./lower-statement.js";
import { entityExprName, keyName, lowerAnnotation, lowerType } from "./lower-type.js";
import type { TypeExpr } from "./type-expr.js";

/** Reads a class with all its members; its index in the table of classes. */
export function lowerClass(draft: Draft, node: Class): number {
  const name = (node.id?.name ?? draft.name) || "";
  draft.name = "";
  const superClass = node.superClass ? lowerExpression(draft, node.superClass) : null;
  draft.symbols.push(name);
  const fact: ClassDraft = {
    n: name,
    at: at(draft, node),
    extends: superClass,
    implements: (node.implements ?? []).map(
      (it): TypeExpr => ({
        t: "ref",
        n: entityExprName(it.expression),
        args: it.typeArguments?.params.map((arg) => lowerType(draft, arg)) ?? [],
      }),
    ),
    members: [],
    symbol: draft.symbols.join("."),
  };
  const index = draft.classes.push(fact) - 1;
  for (const { expression } of node.decorators) lowerExpression(draft, expression);
  const { c, self } = draft;
  draft.c = index;
  draft.self = -1;
  inScope(draft, false, () => {
    for (const element of node.body.body) lowerElement(draft, fact, element);
  });
  Object.assign(draft, { c, self });
  draft.symbols.pop();
  return index;
}

function lowerElement(draft: Draft, fact: ClassDraft, element: ClassElement): void {
  if (element.type === "StaticBlock") {
    lowerStatements(draft, element.body);
    return;
  }
  if (element.type === "TSIndexSignature") return;
  for (const { expression } of element.decorators) lowerExpression(draft, expression);
  const key = keyName(element.key, element.computed);
  const n = key ?? "[]";
  if (element.type === "MethodDefinition" || element.type === "TSAbstractMethodDefinition") {
    if (element.kind === "constructor") addParameterFields(draft, fact, element.value);
    draft.name = n;
    draft.method = true;
    const i = lowerFunction(draft, element.value);
    const defs: Expr[] = [{ t: "function", at: at(draft, element), i }];
    const kind = element.kind === "set" ? null : element.kind;
    if (kind !== null) add(fact, { n, kind, defs }, element.static);
    // A constructor's parameters that are fields are known by its index only now.
    for (const member of fact.members)
      for (const def of member.defs)
        if (def.t === "param" && def.f === UNKNOWN) Object.assign(def, { f: i });
    return;
  }
  draft.name = n;
  const defs = element.value ? [lowerExpression(draft, element.value)] : [];
  draft.name = "";
  const type = lowerAnnotation(draft, "typeAnnotation" in element ? element.typeAnnotation : null);
  const member: MemberDraft = { n, kind: "field", defs };
  if (type) member.type = type;
  add(fact, member, element.static);
}

/** Stands for the constructor's index until it is known. */
const UNKNOWN = -2;

function add(fact: ClassDraft, member: MemberDraft, isStatic: boolean): void {
  if (isStatic) member.isStatic = true;
  const known = fact.members.find((it) => it.n === member.n && it.kind === member.kind);
  if (known && known.isStatic === member.isStatic) {
    known.defs.push(...member.defs);
    if (member.type) known.type ??= member.type;
  } else fact.members.push(member);
}

function addParameterFields(draft: Draft, fact: ClassDraft, node: FunctionNode): void {
  node.params.forEach((param, i) => {
    if (param.type !== "TSParameterProperty") return;
    const { parameter } = param;
    const pattern = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    if (pattern.type !== "Identifier") return;
    const type = lowerAnnotation(draft, pattern.typeAnnotation);
    const def: Expr = { t: "param", at: at(draft, param), f: UNKNOWN, i };
    const member: MemberDraft = { n: pattern.name, kind: "field", defs: [def] };
    if (type) member.type = type;
    add(fact, member, false);
  });
}
