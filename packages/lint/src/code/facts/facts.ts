import type { At, Expr } from "./expr.js";
import type { TypeDecl, TypeExpr } from "./type-expr.js";

/** What is known of one file, from its bytes alone. Plain, JSON-safe; the unit of the cache. */
export interface Facts {
  readonly bindings: readonly BindingFact[];
  readonly functions: readonly FunctionFact[];
  readonly classes: readonly ClassFact[];
  readonly calls: readonly CallFact[];
  readonly types: readonly TypeDecl[];
  /** Exported name → where it is. */
  readonly exports: readonly ExportFact[];
  /** Modules of `export * from`. */
  readonly stars: readonly string[];
  readonly imports: readonly ImportFact[];
  /** Names of type space that are bindings: imports, classes, enums. */
  readonly typeNames: readonly (readonly [name: string, binding: number])[];
  /** `window.x = …`, `Vue.prototype.$x = …`, `globalProperties.$x = …`: name and value. */
  readonly globals: readonly (readonly [name: string, value: Expr])[];
  /** `x.key = …` on a binding. */
  readonly assigns: readonly (readonly [binding: number, key: string, value: Expr])[];
  /** `window.posthog` and its like, wherever it is read. */
  readonly windowReads: readonly { readonly n: string; readonly at: At; readonly f: number }[];
  readonly urls: readonly { readonly v: string; readonly at: At; readonly f: number }[];
  readonly comments: readonly CommentFact[];
  readonly handlers: readonly HandlerFact[];
  readonly generated: string | null;
  /** A syntax error that the parser read over. */
  readonly error: string | null;
}

/** A name in a scope and every value it is ever given. */
export interface BindingFact {
  readonly n: string;
  readonly defs: readonly Expr[];
  readonly type?: TypeExpr;
}

/** A function of any form. */
export interface FunctionFact {
  readonly n: string;
  readonly at: At;
  readonly params: readonly ParamFact[];
  readonly returns: readonly Expr[];
  readonly type?: TypeExpr;
  /** The function around it; -1 at the top. */
  readonly up: number;
  /** The class whose member it is; -1 for none. */
  readonly c: number;
  readonly symbol: string;
  /** The call it is an argument of, and which. */
  readonly argOf?: readonly [call: number, index: number];
  readonly hasJsx?: true;
  /** It yields nothing of its own: a declaration without body. */
  readonly isAbstract?: true;
}

/** A parameter; names in its pattern are bindings that lead back to it. */
export interface ParamFact {
  readonly n: string;
  readonly type?: TypeExpr;
  readonly default?: Expr;
  readonly isRest?: true;
}

/** A class with all its members. */
export interface ClassFact {
  readonly n: string;
  readonly at: At;
  readonly extends: Expr | null;
  readonly implements: readonly TypeExpr[];
  readonly members: readonly MemberFact[];
  readonly symbol: string;
}

/** A member of a class; a field has every value it is given anywhere in the class. */
export interface MemberFact {
  readonly n: string;
  readonly kind: "method" | "get" | "field" | "constructor";
  readonly isStatic?: true;
  readonly defs: readonly Expr[];
  readonly type?: TypeExpr;
}

/** A call, a `new`, or a JSX element, which calls its component with an object. */
export interface CallFact {
  readonly callee: Expr;
  readonly args: readonly Expr[];
  readonly at: At;
  readonly f: number;
  readonly kind?: "new" | "jsx" | "tagged";
  readonly isInLoop?: true;
  /** Stands alone as a statement: what it returns is left lying. */
  readonly isAlone?: true;
  readonly types?: readonly TypeExpr[];
}

/** A name that a file gives away. */
export interface ExportFact {
  readonly n: string;
  readonly value: Expr;
}

/** An import in any form. */
export interface ImportFact {
  readonly m: string;
  readonly names: readonly string[];
  readonly at: At;
  readonly isTypeOnly?: true;
}

/** A comment that speaks to a tool; `covers` is the code it speaks of. */
export interface CommentFact {
  readonly role: "ignore" | "eslint" | "ts";
  readonly text: string;
  readonly at: At;
  readonly covers: At;
}

/** An exported function that a platform may call; the path decides which. */
export interface HandlerFact {
  readonly n: string;
  readonly at: At;
  readonly f: number;
}
