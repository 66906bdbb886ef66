import type { JsonSchema, JsonValue } from "../../plan/property-type.js";
import { definitionPointer, pointerSegment, type SchemaContext } from "./schema-context.js";

/**
 * A raw shape at its place. One that refers to itself becomes a definition, so that its references
 * can be written anew: `#/$defs/node` → `#/$defs/<event>~1<property>/$defs/node`.
 */
export function hoistRaw(schema: JsonSchema, context: SchemaContext, path: string): JsonSchema {
  const { $id: _id, $schema: _schema, ...shape } = schema;
  const to = definitionPointer(path);
  const references = new Set<string>();
  const anchors = new Map<string, string>();
  walk(shape, to, (node, pointer) => {
    if (typeof node.$ref === "string") references.add(node.$ref);
    if (typeof node.$anchor === "string") anchors.set(`#${node.$anchor}`, pointer);
    return node;
  });
  if (references.size === 0) return shape;
  const moved = walk(shape, to, ({ $anchor: _anchor, ...node }) =>
    typeof node.$ref === "string"
      ? { ...node, $ref: anchors.get(node.$ref) ?? `${to}${node.$ref.slice(1)}` }
      : node,
  );
  context.hoisted.set(path, moved as JsonSchema);
  return { $ref: to };
}

/** Keywords that hold values: a `$ref` in one of them is only a key. */
const holdsValues = new Set(["const", "enum", "default", "examples"]);

/** Keywords that hold schemas under names of the author's choice. */
const holdsNames = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "definitions",
]);

type Change = (schema: JsonSchema, pointer: string) => JsonSchema;

/** The value with every schema in it changed, the innermost first. */
function walk(value: JsonValue, pointer: string, change: Change, keysAreNames = false): JsonValue {
  if (typeof value !== "object" || value === null) return value;
  const inner = (member: JsonValue, key: string | number): JsonValue => {
    const keyword = keysAreNames || Array.isArray(value) ? "" : String(key);
    if (holdsValues.has(keyword)) return member;
    return walk(
      member,
      `${pointer}/${pointerSegment(String(key))}`,
      change,
      holdsNames.has(keyword),
    );
  };
  if (Array.isArray(value)) return value.map(inner);
  const node = Object.fromEntries(Object.entries(value).map(([key, it]) => [key, inner(it, key)]));
  return keysAreNames ? node : change(node, pointer);
}
