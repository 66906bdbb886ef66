import type { Property } from "@dd0c/track-codegen";

/** Whether a property must be there, at least in some cases; what is dropped never is. */
export function isAskedFor({ required, when, pii }: Property): boolean {
  return (required || when !== null) && pii?.handling !== "drop";
}
