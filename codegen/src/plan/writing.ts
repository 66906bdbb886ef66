import type { PropertySpec, TypedSpec } from "../language/kinds/index.js";
import type { Located } from "../language/source.js";
import type { Ancestor } from "./property-type.js";

/** Where a property is written: its section, the file's places, and what it came through. */
export interface Writing {
  readonly owner: object;
  readonly located: Located;
  readonly lineage: readonly Ancestor[];
}

/** Whether a property is written out, with its type. */
export function isTyped(spec: PropertySpec): spec is TypedSpec {
  return typeof spec === "object" && spec.type !== undefined;
}
