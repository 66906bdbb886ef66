import type { Span } from "@dd0c/track-codegen";
import type { Expr } from "../facts/expr.js";
import { evaluate } from "../link/evaluate.js";
import { expand } from "../link/expand.js";
import { open } from "../link/link.js";
import type { Links } from "../link/links.js";
import type { Module } from "../link/module.js";
import type { Frame, Value } from "../link/value.js";
import type { PropertiesFact, PropertyFact, ValueFact } from "../value-fact.js";
import { spanOf } from "./span-of.js";
import { valueFactOf } from "./value-fact-of.js";

/** Spreads of spreads that are followed. */
const DEEPEST = 5;

/** What has been collected of an object, and what hides. */
interface Collected {
  readonly entries: Map<string, PropertyFact>;
  readonly unknown: ValueFact[];
}

interface Walk {
  readonly links: Links;
  readonly into: Collected;
  readonly depth: number;
  readonly isIndirect: boolean;
  readonly isConditional: boolean;
}

/** The keys of an expression that is passed as properties. */
export function propertiesOfExpr(
  links: Links,
  module: Module,
  expr: Expr,
  depth = 0,
): PropertiesFact {
  const into: Collected = { entries: new Map(), unknown: [] };
  collect({ links, into, depth, isIndirect: false, isConditional: false }, module, expr, null);
  return finish(into, spanOf(module, expr.at), literalForm(module, expr));
}

/** The keys of values that a call passes and its wrappers add; null where nothing is passed. */
export function propertiesOfValues(
  links: Links,
  given: { readonly module: Module; readonly expr: Expr } | null,
  values: readonly Value[],
  added: readonly Value[],
  span: Span,
): PropertiesFact | null {
  const into: Collected = { entries: new Map(), unknown: [] };
  // What a wrapper adds comes first, so that the call's own entries stay in front of it.
  for (const value of added)
    if (value.k === "object")
      addObject({ links, into, depth: 1, isIndirect: true, isConditional: false }, value, true);
  if (given) {
    const walk: Walk = { links, into, depth: 0, isIndirect: false, isConditional: false };
    collect(walk, given.module, given.expr, null);
    return finish(into, spanOf(given.module, given.expr.at), literalForm(given.module, given.expr));
  }
  for (const value of values)
    collectValue(
      { links, into, depth: 0, isIndirect: true, isConditional: values.length > 1 },
      value,
      span,
    );
  if (into.entries.size === 0 && into.unknown.length === 0 && values.length === 0) return null;
  return finish(into, span, "variable");
}

function finish(
  { entries, unknown }: Collected,
  span: Span,
  form: PropertiesFact["form"],
): PropertiesFact {
  const isComplete = unknown.length === 0;
  const known = [...entries.values()];
  return {
    span,
    form: known.length === 0 && !isComplete ? "opaque" : form,
    isComplete,
    entries: known,
    unknown,
  };
}

function literalForm(module: Module, expr: Expr): PropertiesFact["form"] {
  if (expr.t === "cast") return literalForm(module, expr.of);
  if (expr.t === "object") return "literal";
  return expr.t === "name" && module.facts.bindings[expr.b]?.n === "" ? "literal" : "variable";
}

function collect(walk: Walk, module: Module, expr: Expr, frame: Frame | null): void {
  if (expr.t === "value") return;
  if (expr.t === "cast") {
    collect(walk, module, expr.of, frame);
    return;
  }
  if (expr.t === "object") {
    addObject(walk, { k: "object", module, expr, frame }, false);
    return;
  }
  if (expr.t === "either") {
    const isConditional = true;
    // `a ?? {}` and `isX && { … }`: the test of an `&&` adds nothing.
    const sides = expr.and ? expr.of.slice(1) : expr.of;
    for (const side of sides) collect({ ...walk, isConditional }, module, side, frame);
    return;
  }
  if (walk.depth > DEEPEST) {
    hide(walk, module, expr);
    return;
  }
  const values = open(walk.links, () =>
    evaluate(walk.links.world, module, expr, frame).flatMap((it) => expand(walk.links, it)),
  );
  const objects = values.filter((it) => it.k === "object");
  if (objects.length === 0 || objects.length < values.length) hide(walk, module, expr);
  const isOwn = expr.t === "name" && module.facts.bindings[expr.b]?.n === "";
  for (const object of objects)
    addObject(
      {
        ...walk,
        depth: walk.depth + 1,
        isIndirect: walk.isIndirect || !isOwn,
        isConditional: walk.isConditional || objects.length > 1,
      },
      object,
      false,
    );
}

function collectValue(walk: Walk, value: Value, span: Span): void {
  if (value.k === "object") addObject(walk, value, false);
  else if (value.k !== "scalar")
    walk.into.unknown.push({
      span,
      kind: "unknown",
      literals: null,
      path: [],
      origin: [],
      call: [],
      parts: [],
      properties: null,
      escapes: [],
    });
}

function hide(walk: Walk, module: Module, expr: Expr): void {
  walk.into.unknown.push(valueFactOf(walk.links, module, expr, 3));
}

function addObject(
  walk: Walk,
  { module, expr, frame }: Extract<Value, { k: "object" }>,
  skipsParams: boolean,
): void {
  for (const prop of expr.props) {
    if ("spread" in prop) {
      // A wrapper's spread parameter is what its caller passes, which is read at the call.
      if (skipsParams && isParam(walk.links, module, prop.spread, frame)) continue;
      collect({ ...walk, isIndirect: true, depth: walk.depth + 1 }, module, prop.spread, frame);
    } else if ("by" in prop) {
      const names = open(walk.links, () => evaluate(walk.links.world, module, prop.by, frame));
      const keys = names.flatMap((it) => (it.k === "string" ? [it.v] : []));
      if (keys.length === 0 || keys.length < names.length) hide(walk, module, prop.by);
      for (const key of keys)
        add(
          { ...walk, isConditional: walk.isConditional || keys.length > 1 },
          module,
          key,
          prop.at,
          prop.v,
        );
    } else add(walk, module, prop.k, prop.at, prop.v);
  }
}

function add(walk: Walk, module: Module, key: string, at: Expr["at"], v: Expr): void {
  const { entries } = walk.into;
  const isConditional = walk.isConditional && (entries.get(key)?.isConditional ?? true);
  entries.delete(key);
  entries.set(key, {
    key,
    keySpan: spanOf(module, at),
    value: valueFactOf(walk.links, module, v, walk.depth + 1),
    isConditional,
    isIndirect: walk.isIndirect,
  });
}

function isParam(links: Links, module: Module, expr: Expr, frame: Frame | null): boolean {
  return evaluate(links.world, module, expr, frame).some(
    (it) => it.k === "symbol" && it.root.k === "param",
  );
}
