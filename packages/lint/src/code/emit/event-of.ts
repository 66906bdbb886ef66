import type { Span } from "@dd0c/track-codegen";
import type { EventForm, EventName } from "../event-fact.js";
import type { Expr } from "../facts/expr.js";
import type { Slot } from "../link/emitter.js";
import type { CallRef, Module } from "../link/module.js";
import type { Sent } from "./finite-strings.js";
import { spanOf } from "./span-of.js";

/** An expression in a file. */
export interface Argument {
  readonly module: Module;
  readonly expr: Expr;
}

/** What stands in a call at a slot, as far as it is written there. */
export function argumentAt(call: CallRef, slot: Slot | null, bound: number): Argument | null {
  if (!slot) return null;
  const at = slot.i - bound;
  const argument = call.fact.args[at];
  if (!argument || call.fact.args.slice(0, at + 1).some((it) => it.t === "spread")) return null;
  let expr: Expr = argument;
  for (const key of slot.path) {
    const object = literalOf(call.module, expr);
    const prop = object?.props.filter((it) => "k" in it && it.k === key).at(-1);
    if (!prop || !("k" in prop)) return null;
    expr = prop.v;
  }
  return { module: call.module, expr };
}

function literalOf(module: Module, expr: Expr): Extract<Expr, { t: "object" }> | null {
  if (expr.t === "object") return expr;
  if (expr.t === "cast") return literalOf(module, expr.of);
  if (expr.t !== "name") return null;
  const binding = module.facts.bindings[expr.b];
  const [def] = binding?.defs ?? [];
  return binding?.n === "" && def?.t === "object" ? def : null;
}

/** How an event's argument is written. */
export function formOf(module: Module, expr: Expr): EventForm {
  switch (expr.t) {
    case "string":
      return "literal";
    case "template":
      return "template";
    case "sum":
      return "concatenation";
    case "either":
      return "conditional";
    case "member":
    case "index":
      return "constant";
    case "call":
      return "call";
    case "object":
      return "object";
    case "cast":
      return formOf(module, expr.of);
    case "name": {
      const { defs = [] } = module.facts.bindings[expr.b] ?? {};
      const [def] = defs;
      return defs.length === 1 && (def?.t === "string" || def?.t === "import")
        ? "constant"
        : "variable";
    }
    default:
      return "other";
  }
}

/** Names, each once and sorted, with the literal that each is written as. */
export function eventNames(sent: readonly Sent[]): readonly EventName[] {
  const byName = new Map<string, Span | null>();
  for (const { v, module, at } of sent)
    byName.set(v, byName.get(v) ?? (module && at ? spanOf(module, at) : null));
  return [...byName]
    .map(([name, literal]) => ({ name, literal }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
