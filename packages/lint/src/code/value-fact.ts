import type { Span } from "@dd0c/track-codegen";

/** What syntax says about the sort of a value; `unknown` where it says nothing. */
export type ValueKind =
  | "string"
  | "number"
  | "boolean"
  | "null"
  | "undefined"
  | "date"
  | "array"
  | "object"
  | "function"
  | "unknown";

/** A value as it stands in the code: enough to judge it without its type. */
export interface ValueFact {
  readonly span: Span;
  readonly kind: ValueKind;
  /** Every value it can have, where syntax knows them all (constants and enums followed); else null. */
  readonly literals: readonly (string | number | boolean | null)[] | null;
  /** The chain of names that it is read from: `req.body.tenant` gives `["req", "body", "tenant"]`; else empty. */
  readonly path: readonly string[];
  /**
   * Where the value of a variable comes from, if that is another chain: `const { email } = user`
   * makes `["user", "email"]` of `email`. Equal to `path` where nothing is known; empty where there is none.
   */
  readonly origin: readonly string[];
  /** The chain of the function whose result it is: `sha256(user.email)` gives `["sha256"]`; else empty. */
  readonly call: readonly string[];
  /**
   * Values that it is made of: holes of a template, parts of a sum, arguments and receiver of a call,
   * branches of a conditional, elements of an array.
   */
  readonly parts: readonly ValueFact[];
  /** Its keys where it is an object literal. */
  readonly properties: PropertiesFact | null;
  /** `as any`, `as never`, `!` and the like around this value. */
  readonly escapes: readonly TypeEscape[];
}

/** A way round the type checker. */
export interface TypeEscape {
  readonly kind:
    | "as-any"
    | "as-never"
    | "as-unknown"
    | "non-null"
    | "ts-ignore"
    | "ts-expect-error";
  readonly span: Span;
}

/** The keys of an object that is passed as properties. */
export interface PropertiesFact {
  readonly span: Span;
  /** How they are passed: as a literal, by a variable that is known, or in a way that hides them. */
  readonly form: "literal" | "variable" | "opaque";
  /** True where `entries` are all the keys there can be. */
  readonly isComplete: boolean;
  readonly entries: readonly PropertyFact[];
  /** Spreads and values whose keys are not known. */
  readonly unknown: readonly ValueFact[];
}

/** One key of such an object. The last entry of a key wins, as in JavaScript. */
export interface PropertyFact {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: ValueFact;
  /** True where the key may be absent: under a conditional spread. */
  readonly isConditional: boolean;
  /** True where the key came through a spread or a variable, not from the literal in the call. */
  readonly isIndirect: boolean;
}
