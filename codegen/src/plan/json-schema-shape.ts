import type { DiagnosticCode } from "../language/diagnostic.js";
import { isReservedKey } from "../language/source.js";
import { mostSchemaDepth } from "./limits.js";
import type { JsonSchema, JsonValue } from "./property-type.js";

/** Why something cannot be used as a JSON Schema. */
export interface SchemaProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help: string;
}

/** The first thing that keeps a JSON Schema from standing alone; null where nothing does. */
export function whyNoSchema(schema: JsonSchema): SchemaProblem | null {
  return visit(schema, schema, 0);
}

function visit(value: JsonValue, whole: JsonSchema, depth: number): SchemaProblem | null {
  if (typeof value === "number" && !Number.isFinite(value))
    return invalid("A number in the schema is too large to be written down as JSON.");
  if (typeof value !== "object" || value === null) return null;
  if (depth > mostSchemaDepth)
    return invalid(`The schema has more than ${mostSchemaDepth} levels.`);
  for (const [key, member] of Object.entries(value)) {
    if (isReservedKey(key))
      return invalid(`The schema has a key "${key}", which JavaScript keeps.`);
    const why = key === "$ref" && typeof member === "string" ? judgeReference(member, whole) : null;
    const problem = why ?? visit(member as JsonValue, whole, depth + 1);
    if (problem !== null) return problem;
  }
  return null;
}

function judgeReference(ref: string, whole: JsonSchema): SchemaProblem | null {
  if (!ref.startsWith("#"))
    return {
      code: "ref-unknown",
      message: `The schema refers to "${ref}", which is not in it.`,
      help: "Only references inside the schema (#/…) are followed.",
    };
  if (ref !== "#" && !ref.startsWith("#/"))
    return invalid(`The reference "${ref}" is not followed; write it as #/$defs/….`);
  return isThere(ref, whole) ? null : invalid(`Nothing in the schema stands at "${ref}".`);
}

/** Whether a JSON pointer such as `#/$defs/line` leads to a schema. */
function isThere(pointer: string, whole: JsonSchema): boolean {
  let at: unknown = whole;
  for (const step of pointer.split("/").slice(1)) {
    const key = decode(step).replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return false;
    at = Reflect.get(at, key);
  }
  return typeof at === "boolean" || (typeof at === "object" && at !== null && !Array.isArray(at));
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

function invalid(message: string): SchemaProblem {
  return { code: "json-schema-invalid", message, help: "Correct the schema." };
}
