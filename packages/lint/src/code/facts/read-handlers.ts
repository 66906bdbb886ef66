import { type Draft, propValue } from "./draft.js";
import type { Expr } from "./expr.js";

/** What a platform calls by its export's name. Whether it does, the file's path decides. */
const NAMES: ReadonlySet<string> = new Set([
  ...["handler", "default", "config", "fetch", "scheduled", "queue", "onRequest"],
  ...["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "onRequestGet", "onRequestPost"],
]);
const MEMBERS = ["fetch", "scheduled", "queue", "email"];

/** Finds exported functions that look like a serverless handler. */
export function readHandlers(draft: Draft): void {
  for (const { n, value } of draft.facts.exports) {
    if (!NAMES.has(n)) continue;
    for (const f of functionsOf(draft, value, 0))
      draft.facts.handlers.push({ n, at: draft.functions[f]?.at ?? value.at, f });
    const whole = objectOf(draft, value);
    if (n !== "default" || !whole) continue;
    for (const name of MEMBERS) {
      const member = propValue(whole.props, name);
      if (!member) continue;
      for (const f of functionsOf(draft, member, 0))
        draft.facts.handlers.push({ n: name, at: draft.functions[f]?.at ?? member.at, f });
    }
  }
}

/** The function that a value is, also where wrappers such as `middy(…)` stand around it. */
function functionsOf(draft: Draft, value: Expr, depth: number): number[] {
  if (depth > 4) return [];
  if (value.t === "function") return [value.i];
  if (value.t === "cast") return functionsOf(draft, value.of, depth + 1);
  if (value.t === "name")
    return (draft.bindings[value.b]?.defs ?? []).flatMap((it) => functionsOf(draft, it, depth + 1));
  if (value.t === "call")
    return (draft.calls[value.i]?.args ?? []).flatMap((it) => functionsOf(draft, it, depth + 1));
  return [];
}

function objectOf(draft: Draft, value: Expr): Extract<Expr, { t: "object" }> | null {
  if (value.t === "object") return value;
  if (value.t === "cast") return objectOf(draft, value.of);
  const def = value.t === "name" ? draft.bindings[value.b]?.defs[0] : undefined;
  return def && def.t !== "name" ? objectOf(draft, def) : null;
}
