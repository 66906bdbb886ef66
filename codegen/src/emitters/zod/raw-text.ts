import * as z from "zod";
import type { JsonSchema, JsonValue } from "../../plan/property-type.js";
import { jsonText } from "../../print/json-text.js";
import { faithfulShape } from "./faithful-shape.js";

/**
 * A raw JSON Schema as zod's own translation of it, or, where zod would leave a part of it out,
 * a schema that only asks for JSON.
 */
export function rawText(schema: JsonSchema): string {
  if (isOnlyJson(schema)) return "z.json()";
  return `z.fromJSONSchema(${jsonText(faithfulShape(schema)).trimEnd()})`;
}

/** Whether zod's translation of a schema would let through what the schema refuses. */
export function isOnlyJson(schema: JsonSchema): boolean {
  const shape = faithfulShape(schema);
  return shape === null || !isTranslatable(shape);
}

function isTranslatable(shape: JsonValue): boolean {
  try {
    z.fromJSONSchema(shape as Parameters<typeof z.fromJSONSchema>[0]);
    return true;
  } catch {
    return false;
  }
}
