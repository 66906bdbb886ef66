import type { TSEnumDeclaration } from "oxc-parser";
import { at, type Draft } from "./draft.js";
import type { Expr, Prop } from "./expr.js";
import { lowerExpression } from "./lower-expression.js";

/** An enum as an object of its values; a member without one counts on from the last number. */
export function lowerEnum(draft: Draft, node: TSEnumDeclaration): Expr {
  const props: Prop[] = [];
  let next = 0;
  for (const member of node.body.members) {
    const { id } = member;
    const k =
      id.type === "Identifier"
        ? id.name
        : id.type === "TemplateLiteral"
          ? (id.quasis[0]?.value.cooked ?? "")
          : String(id.value);
    const place = at(draft, member);
    let v: Expr = { t: "value", at: place, kind: "number", v: next };
    if (member.initializer) v = lowerExpression(draft, member.initializer);
    if (v.t === "value" && typeof v.v === "number") next = v.v + 1;
    props.push({ k, at: at(draft, id), v });
  }
  return { t: "object", at: at(draft, node), props, isEnum: true };
}
