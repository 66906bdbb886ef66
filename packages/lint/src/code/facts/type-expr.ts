import type { Expr } from "./expr.js";

/** A type annotation, as much of it as can say what a value is or which strings it can be. */
export type TypeExpr =
  | { readonly t: "literal"; readonly v: string | number | boolean | null }
  | { readonly t: "union"; readonly of: readonly TypeExpr[] }
  | { readonly t: "both"; readonly of: readonly TypeExpr[] }
  | { readonly t: "ref"; readonly n: readonly string[]; readonly args: readonly TypeExpr[] }
  | { readonly t: "typeof"; readonly x: Expr }
  | { readonly t: "keyof"; readonly of: TypeExpr }
  | { readonly t: "indexed"; readonly of: TypeExpr; readonly by: TypeExpr }
  | {
      readonly t: "function";
      readonly params: readonly (TypeExpr | null)[];
      readonly returns: TypeExpr | null;
    }
  | { readonly t: "object"; readonly members: readonly TypeMember[] }
  | { readonly t: "array"; readonly of: TypeExpr }
  | { readonly t: "tuple"; readonly of: readonly TypeExpr[] }
  | {
      readonly t: "template";
      readonly texts: readonly string[];
      readonly holes: readonly TypeExpr[];
    }
  | { readonly t: "import"; readonly m: string; readonly n: readonly string[] }
  | { readonly t: "plain"; readonly n: string };

/** A member of an interface or of an object type. */
export interface TypeMember {
  readonly k: string;
  readonly type: TypeExpr | null;
}

/** A named type of a file. */
export interface TypeDecl {
  readonly n: string;
  readonly params: readonly string[];
  /** What an alias stands for; an interface's members as an object type. */
  readonly type: TypeExpr;
  readonly extends: readonly TypeExpr[];
}
