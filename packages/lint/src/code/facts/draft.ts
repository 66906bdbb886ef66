import type { At, Expr, Prop } from "./expr.js";
import type { BindingFact, CallFact, ClassFact, Facts, FunctionFact, MemberFact } from "./facts.js";
import type { TypeExpr } from "./type-expr.js";

/** A `Facts` in the making, or a part of one. */
export type Growing<T> = {
  -readonly [K in keyof T]: T[K] extends At
    ? T[K]
    : T[K] extends readonly (infer Item)[]
      ? Item[]
      : T[K];
};

/** A class in the making. */
export type ClassDraft = Omit<Growing<ClassFact>, "members"> & { members: MemberDraft[] };

/** A member of it: every assignment adds a value. */
export type MemberDraft = Growing<MemberFact>;

/** Names that are seen from a place; `isFunction` stops `var`. */
export interface Scope {
  readonly names: Map<string, number>;
  readonly up: Scope | null;
  readonly isFunction: boolean;
}

/** An identifier whose binding is known only when the whole file was read. */
interface Pending {
  readonly expr: { t: "name" | "global"; b: number; n: string };
  readonly scope: Scope;
}

/** Everything that a walk over a file fills, and where the walk is. */
export interface Draft {
  readonly facts: Growing<Facts>;
  readonly bindings: Growing<BindingFact>[];
  readonly functions: Growing<FunctionFact>[];
  readonly classes: ClassDraft[];
  readonly calls: CallFact[];
  readonly pending: Pending[];
  /** `name = value`, `name.key = value`: what they add to is known when names are settled. */
  readonly later: { readonly scope: Scope; readonly name: string; readonly value: Expr }[];
  readonly memberAssigns: { readonly of: Expr; readonly key: string; readonly value: Expr }[];
  /** What is added to every offset: a snippet stands somewhere in its file. */
  base: number;
  scope: Scope;
  f: number;
  c: number;
  /** The binding that `this` is, inside of an object literal's methods; -1 for none. */
  self: number;
  /** Loops around the walk inside of the present function. */
  loops: number;
  /** Loops that the next function begins in: a callback of `forEach`. */
  nextLoops: number;
  /** The next function is a method: `this` in it is what was set for it. */
  method: boolean;
  /** A name for the next function or class, from what it is assigned to. */
  name: string;
  readonly symbols: string[];
}

/** Begins a file. */
export function startDraft(): Draft {
  const bindings: Growing<BindingFact>[] = [];
  const functions: Growing<FunctionFact>[] = [];
  const classes: ClassDraft[] = [];
  const calls: CallFact[] = [];
  return {
    facts: {
      bindings,
      functions,
      classes,
      calls,
      types: [],
      exports: [],
      stars: [],
      imports: [],
      typeNames: [],
      globals: [],
      assigns: [],
      windowReads: [],
      urls: [],
      comments: [],
      handlers: [],
      generated: null,
      error: null,
    },
    bindings,
    functions,
    classes,
    calls,
    pending: [],
    later: [],
    memberAssigns: [],
    base: 0,
    scope: { names: new Map(), up: null, isFunction: true },
    f: -1,
    c: -1,
    self: -1,
    loops: 0,
    nextLoops: 0,
    method: false,
    name: "",
    symbols: [],
  };
}

/** Where a node stands in its file. */
export function at(draft: Draft, node: { readonly start: number; readonly end: number }): At {
  return [node.start + draft.base, node.end + draft.base];
}

/** Declares a name in a scope, or adds a value to one that is there: overloads, `var` twice. */
export function declare(
  draft: Draft,
  scope: Scope,
  name: string,
  defs: readonly Expr[],
  type?: TypeExpr | null,
): number {
  const known = scope.names.get(name);
  if (known !== undefined) {
    draft.bindings[known]?.defs.push(...defs);
    return known;
  }
  const index = addBinding(draft, name, defs, type);
  scope.names.set(name, index);
  return index;
}

/** A binding that no scope knows: it holds a value that several names are taken from. */
export function addBinding(
  draft: Draft,
  name: string,
  defs: readonly Expr[],
  type?: TypeExpr | null,
): number {
  const binding: Growing<BindingFact> = { n: name, defs: [...defs] };
  if (type) binding.type = type;
  return draft.bindings.push(binding) - 1;
}

/** The scope of `var` and of function declarations in sloppy blocks. */
export function functionScope(scope: Scope): Scope {
  let here = scope;
  while (!here.isFunction && here.up) here = here.up;
  return here;
}

/** Walks on in a scope of its own. */
export function inScope<T>(draft: Draft, isFunction: boolean, walk: () => T): T {
  const before = draft.scope;
  draft.scope = { names: new Map(), up: before, isFunction };
  const result = walk();
  draft.scope = before;
  return result;
}

/** An identifier that is read. */
export function refer(draft: Draft, name: string, place: At): Expr {
  const expr = { t: "global" as const, at: place, n: name, b: -1 };
  draft.pending.push({ expr, scope: draft.scope });
  return expr;
}

/** Decides what each identifier means, now that every declaration was seen. */
export function settleNames(draft: Draft): void {
  for (const { expr, scope } of draft.pending) {
    const found = lookUp(scope, expr.n);
    if (found === undefined) continue;
    expr.t = "name";
    expr.b = found;
  }
  for (const { scope, name, value } of draft.later) {
    const found = lookUp(scope, name);
    if (found !== undefined) draft.bindings[found]?.defs.push(value);
    else draft.facts.globals.push([name, value]);
  }
  for (const { of, key, value } of draft.memberAssigns)
    if (of.t === "name") draft.facts.assigns.push([of.b, key, value]);
}

/** The binding of a name that is in sight from a scope. */
export function lookUp(scope: Scope, name: string): number | undefined {
  for (let here: Scope | null = scope; here; here = here.up) {
    const found = here.names.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The value of a key in props of a literal, for who reads config objects. */
export function propValue(props: readonly Prop[], key: string): Expr | null {
  for (const prop of props) if ("k" in prop && prop.k === key) return prop.v;
  return null;
}
