import type { DraftProperty, DraftType } from "../draft/draft.js";
import { personalData } from "../draft/personal-data.js";
import { listAt, numberAt, objectAt, textAt, textsAt } from "./json-value.js";

/** Deeper than any plan; what lies below is any value. */
const mostDepth = 8;

/** The properties of a JSON Schema that describes an object. */
export function schemaProperties(schema: unknown, depth = 0): readonly DraftProperty[] {
  const required = new Set(textsAt(schema, "required"));
  return Object.entries(objectAt(schema, "properties")).map(([name, value]) => {
    const { type, nullable } = schemaType(value, depth);
    return {
      name,
      description: textAt(value, "description") ?? `${name}, as the export names it.`,
      required: required.has(name),
      type,
      ...(nullable ? { nullable } : {}),
      ...personalData(name, type),
      notes: [],
    };
  });
}

/** A JSON Schema as a type of a draft, and whether null is a value of it. */
export function schemaType(
  schema: unknown,
  depth = 0,
): { readonly type: DraftType; readonly nullable: boolean } {
  const words = [objectAt(schema).type].flat().filter((word) => typeof word === "string");
  const nullable = words.includes("null");
  const values = listAt(schema, "enum").filter(isScalar);
  if (values.length > 0) return { type: { kind: "enum", values: [...new Set(values)] }, nullable };
  const constant = objectAt(schema).const;
  if (isScalar(constant)) return { type: { kind: "enum", values: [constant] }, nullable };
  const branches = [...listAt(schema, "anyOf"), ...listAt(schema, "oneOf")];
  const types =
    branches.length > 0 && depth < mostDepth
      ? branches
          .filter((branch) => objectAt(branch).type !== "null")
          .map((it) => schemaType(it, depth + 1).type)
      : words.filter((word) => word !== "null").map((word) => typeOf(word, schema, depth));
  const isNull = nullable || branches.some((branch) => objectAt(branch).type === "null");
  const [only = { kind: "unknown" }] = types;
  if (types.length < 2) return { type: only, nullable: isNull };
  const isAny = types.some(({ kind }) => kind === "unknown");
  return { type: isAny ? { kind: "unknown" } : { kind: "union", anyOf: types }, nullable: isNull };
}

function typeOf(word: string, schema: unknown, depth: number): DraftType {
  switch (word) {
    case "string":
      return stringType(schema);
    case "integer":
    case "number":
      return {
        kind: word,
        ...optional("min", numberAt(schema, "minimum")),
        ...optional("max", numberAt(schema, "maximum")),
      };
    case "boolean":
      return { kind: "boolean" };
    case "array": {
      const items = objectAt(schema, "items");
      return { kind: "array", items: deeper(items, depth) };
    }
    case "object": {
      const properties = depth < mostDepth ? schemaProperties(schema, depth + 1) : [];
      if (properties.length > 0) return { kind: "object", properties };
      return { kind: "map", values: deeper(objectAt(schema, "additionalProperties"), depth) };
    }
    default:
      return { kind: "unknown" };
  }
}

function deeper(schema: unknown, depth: number): DraftType {
  return depth < mostDepth ? schemaType(schema, depth + 1).type : { kind: "unknown" };
}

const formats = new Set(["email", "uri", "uuid", "hostname", "ipv4", "ipv6", "time", "duration"]);

function stringType(schema: unknown): DraftType {
  const format = textAt(schema, "format");
  if (format === "date-time") return { kind: "timestamp" };
  if (format === "date") return { kind: "date" };
  const pattern = textAt(schema, "pattern");
  return {
    kind: "string",
    ...(format !== null && formats.has(format) ? { format } : {}),
    ...(pattern !== null && isPattern(pattern) ? { pattern } : {}),
    ...optional("minLength", numberAt(schema, "minLength")),
    ...optional("maxLength", numberAt(schema, "maxLength")),
  };
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

function optional<Key extends string>(
  key: Key,
  value: number | undefined,
): Partial<Record<Key, number>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, number>>);
}
