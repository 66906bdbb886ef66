import type { Expr } from "../facts/expr.js";
import type { CallRef } from "../link/module.js";
import type { TypeEscape } from "../value-fact.js";
import { spanOf } from "./span-of.js";

/** Ways round the type checker in a call: casts in callee and arguments, suppressed lines it stands on. */
export function escapesOf({ module, fact }: CallRef): readonly TypeEscape[] {
  const found: TypeEscape[] = [];
  const look = (expr: Expr, depth: number): void => {
    if (depth > 6) return;
    if (expr.t === "cast") {
      if (expr.escape) found.push({ kind: expr.escape, span: spanOf(module, expr.at) });
      look(expr.of, depth + 1);
    } else if (expr.t === "member") look(expr.of, depth + 1);
    else if (expr.t === "object")
      for (const prop of expr.props) look("spread" in prop ? prop.spread : prop.v, depth + 1);
    else if (expr.t === "either") for (const it of expr.of) look(it, depth + 1);
    else if (expr.t === "call" && depth < 3) {
      const callee = module.facts.calls[expr.i]?.callee;
      if (callee) look(callee, depth + 1);
    }
  };
  look(fact.callee, 0);
  for (const it of fact.args) look(it, 0);
  const [start, end] = fact.at;
  for (const { role, text, at, covers } of module.facts.comments) {
    if (role !== "ts" || covers[1] < start || covers[0] > end) continue;
    const kind = text.startsWith("@ts-expect-error") ? "ts-expect-error" : "ts-ignore";
    found.push({ kind, span: spanOf(module, at) });
  }
  return found;
}
