import type { TypeEscape, ValueKind } from "../value-fact.js";
import type { TypeExpr } from "./type-expr.js";

/** Start and end in a file, in UTF-16 code units. */
export type At = readonly [start: number, end: number];

/**
 * An expression, as much of it as can matter for where a value comes from. Functions, classes, calls
 * and names are indexes into the tables of the file's facts, so the whole is a tree and goes into JSON.
 */
export type Expr =
  | { readonly t: "string"; readonly at: At; readonly v: string }
  | {
      readonly t: "value";
      readonly at: At;
      readonly kind: ValueKind;
      readonly v?: number | boolean | null;
    }
  | {
      readonly t: "template";
      readonly at: At;
      readonly texts: readonly string[];
      readonly holes: readonly Expr[];
    }
  | { readonly t: "sum"; readonly at: At; readonly left: Expr; readonly right: Expr }
  | { readonly t: "either"; readonly at: At; readonly of: readonly Expr[]; readonly and?: true }
  | { readonly t: "name"; readonly at: At; readonly b: number }
  | { readonly t: "global"; readonly at: At; readonly n: string }
  | { readonly t: "member"; readonly at: At; readonly of: Expr; readonly key: string }
  | { readonly t: "index"; readonly at: At; readonly of: Expr; readonly by: Expr }
  | { readonly t: "call"; readonly at: At; readonly i: number }
  | { readonly t: "function"; readonly at: At; readonly i: number }
  | { readonly t: "class"; readonly at: At; readonly i: number }
  | {
      readonly t: "object";
      readonly at: At;
      readonly props: readonly Prop[];
      readonly isEnum?: true;
    }
  | { readonly t: "array"; readonly at: At; readonly items: readonly Expr[] }
  | { readonly t: "spread"; readonly at: At; readonly of: Expr }
  | { readonly t: "this"; readonly at: At; readonly c: number; readonly self: number }
  | { readonly t: "super"; readonly at: At; readonly c: number }
  | {
      readonly t: "cast";
      readonly at: At;
      readonly of: Expr;
      readonly type: TypeExpr | null;
      readonly escape?: TypeEscape["kind"];
    }
  | {
      readonly t: "param";
      readonly at: At;
      readonly f: number;
      readonly i: number;
      readonly isRest?: true;
    }
  | { readonly t: "import"; readonly at: At; readonly m: string; readonly n: string }
  | { readonly t: "element"; readonly at: At; readonly of: Expr; readonly isKey?: true }
  | {
      readonly t: "rest";
      readonly at: At;
      readonly of: Expr;
      readonly without: readonly string[];
      readonly from?: number;
    }
  | {
      readonly t: "other";
      readonly at: At;
      readonly kind: ValueKind;
      readonly parts: readonly Expr[];
    };

/** A member of an object literal: a key with its value, a spread, or a key that is computed. */
export type Prop =
  | { readonly k: string; readonly at: At; readonly v: Expr; readonly get?: true }
  | { readonly spread: Expr; readonly at: At }
  | { readonly by: Expr; readonly at: At; readonly v: Expr };
