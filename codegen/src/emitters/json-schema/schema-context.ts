import type { NamedTypes } from "../../plan/arrival.js";
import type { JsonSchema } from "../../plan/property-type.js";

/** What a schema depends on beside its own type, and what it found that it needs. */
export interface SchemaContext {
  readonly types: NamedTypes;
  /** Whether `x-…` keywords are written. */
  readonly annotations: boolean;
  /** Names of the definitions that were referred to. */
  readonly used: Set<string>;
  /** Raw shapes that refer to themselves, by the name of their definition. */
  readonly hoisted: Map<string, JsonSchema>;
}

/** A reference to a definition of the same document. */
export function definitionPointer(name: string): string {
  return `#/$defs/${pointerSegment(name)}`;
}

/** A key as a part of a JSON Pointer inside a URI fragment (RFC 6901, 3 and 6). */
export function pointerSegment(key: string): string {
  return uriSegment(key.replaceAll("~", "~0").replaceAll("/", "~1")).replaceAll("%24", "$");
}

/** Any name as one segment of a URI; half a surrogate pair becomes U+FFFD. */
export function uriSegment(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd"));
}
