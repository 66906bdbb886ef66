import type { Deprecation } from "@dd0c/track-codegen";

/** One way in which a value is not what it was. `source`: old calls do not compile; `wire`: what deployed senders send may be refused. */
export type Difference = { readonly source: boolean; readonly wire: boolean } & (
  | { readonly kind: "unit"; readonly base: string | null; readonly head: string | null }
  | {
      readonly kind: "bound";
      /** As plans spell it: `max_length`. */
      readonly name: string;
      readonly base: string | null;
      readonly head: string | null;
      /** `unknown`: two patterns, of which nobody can say which takes more. */
      readonly direction: "tightened" | "loosened" | "unknown";
    }
  | {
      readonly kind: "member_removed";
      readonly value: Scalar;
      readonly deprecated: Deprecation | null;
      readonly open: boolean;
    }
  | { readonly kind: "member_added"; readonly value: Scalar; readonly open: boolean }
  | { readonly kind: "member_renamed"; readonly from: Scalar; readonly to: Scalar }
  | {
      readonly kind: "member_deprecated" | "member_undeprecated";
      readonly value: Scalar;
      readonly deprecated: Deprecation;
    }
  | { readonly kind: "enum_closed" | "enum_opened" }
  | { readonly kind: "enum_introduced" | "enum_dropped" }
  | { readonly kind: "null_removed" | "null_added" }
  | { readonly kind: "constant"; readonly base: Scalar; readonly head: Scalar }
  | { readonly kind: "narrowed" | "widened" | "changed" | "list" | "undecided" }
);

/** A value that an enum or a constant holds. */
export type Scalar = string | number | boolean;
