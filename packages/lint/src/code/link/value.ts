import type { UnresolvedReason } from "../event-fact.js";
import type { At, Expr } from "../facts/expr.js";
import type { TypeExpr, TypeMember } from "../facts/type-expr.js";
import type { CallRef, Cls, Fn, Module } from "./module.js";

/**
 * What an expression can be, as far as code alone says. Symbols stand for what only other places of
 * the code base know; `expand` asks them.
 */
export type Value =
  | {
      readonly k: "string";
      readonly v: string;
      readonly module: Module | null;
      readonly at: At | null;
    }
  | { readonly k: "scalar"; readonly v: number | boolean | null }
  | { readonly k: "composed"; readonly parts: readonly (string | Value)[] }
  | { readonly k: "symbol"; readonly root: Root; readonly path: readonly string[] }
  | {
      readonly k: "object";
      readonly module: Module;
      readonly expr: ObjectExpr;
      readonly frame: Frame | null;
    }
  | {
      readonly k: "array";
      readonly module: Module;
      readonly items: readonly Expr[];
      readonly frame: Frame | null;
    }
  | {
      readonly k: "function";
      readonly fn: Fn;
      readonly frame: Frame | null;
      /** Arguments that `bind` put before the call's. */
      readonly bound: number;
    }
  | { readonly k: "class"; readonly cls: Cls }
  /** `made`: the `new` that states what it is one of, `new Token<Analytics>()`. */
  | { readonly k: "instance"; readonly cls: Cls; readonly made?: CallRef }
  | {
      readonly k: "typed";
      readonly module: Module;
      readonly type: TypeExpr;
      /** The interface member that it is; emitters are known by it. */
      readonly member?: TypeMember;
    }
  | { readonly k: "namespace"; readonly module: Module }
  | {
      readonly k: "external";
      readonly m: string;
      readonly path: readonly string[];
      readonly made?: CallRef;
    }
  | {
      readonly k: "client";
      readonly vendor: string;
      readonly isPayload: boolean | null;
      readonly isGuess?: true;
    }
  | {
      readonly k: "method";
      readonly vendor: string;
      readonly name: string;
      readonly isPayload: boolean | null;
      readonly isGuess?: true;
    }
  | { readonly k: "generated"; readonly client: ClientFact; readonly role: ClientRole }
  | { readonly k: "builtin"; readonly of: Value; readonly name: string }
  | { readonly k: "wrapped"; readonly of: readonly Value[]; readonly key: string }
  | { readonly k: "unknown"; readonly why: UnresolvedReason };

/** An object literal. */
export type ObjectExpr = Extract<Expr, { t: "object" }>;

/** What a symbol stands for: an argument not known yet, a context's value, a global's. */
export type Root =
  | { readonly k: "param"; readonly fn: Fn; readonly i: number; readonly isRest?: true }
  | { readonly k: "context"; readonly call: CallRef }
  | { readonly k: "injected"; readonly key: string }
  | { readonly k: "global"; readonly n: string };

/** A function that is being evaluated, and the call that gave it its arguments. */
export interface Frame {
  readonly fn: Fn;
  readonly call: CallRef;
  /** The frame of the call itself. */
  readonly up: Frame | null;
  /** The frame that the function was made in. */
  readonly outer: Frame | null;
  readonly depth: number;
}

/** A generated client, and how its tracker was bound. */
export interface ClientFact {
  readonly module: string;
  readonly product: string | null;
  readonly runtime: string | null;
  readonly isBound: boolean;
  readonly binding: CallRef | null;
}

/** A part of a generated client. */
export type ClientRole =
  | { readonly k: "module" }
  | { readonly k: "create" }
  | { readonly k: "tracker" }
  /** `track`, `track.cost`, `track.cost.anomaly.alerted`. */
  | { readonly k: "path"; readonly path: readonly string[] }
  /** `track("name")`, to be called with properties; the call says the name. */
  | { readonly k: "named"; readonly call: CallRef }
  | { readonly k: "method"; readonly name: string };

/** No idea, and why. */
export const unknown = (why: UnresolvedReason): Value => ({ k: "unknown", why });

/** What is asked of the code base by everybody who evaluates. */
export interface World {
  /** The module that a specifier means in a file: ours, or null for one outside. */
  importOf(file: string, specifier: string): Module | null;
  /**
   * Callees are followed only into files that an emitter can be in, which spares reading the rest;
   * arguments into all.
   */
  isOpen: boolean;
  /** Results by expression, of evaluations that no call's arguments play a part in. */
  readonly known: {
    readonly open: Map<Expr, readonly Value[]>;
    readonly gated: Map<Expr, readonly Value[]>;
  };
  readonly underway: Set<Expr>;
  /** Steps left to the question under way. */
  fuel: number;
  /** Evaluations that wait for this one. */
  depth: number;
}
