import { folderOf, isInside, joinPath } from "../language/path.js";
import type { Located } from "../language/source.js";
import type { JsonSchema, JsonValue } from "./property-type.js";
import type { Report } from "./report.js";

/** Reads the JSON Schema files of a plan. */
export interface SchemaReader {
  /** The plan's folder; files outside of it are refused. */
  readonly folder: string;
  read(path: string): Uint8Array | string | null;
}

const mostBytes = 1024 * 1024;

/**
 * A schema that needs nothing outside itself. `{ $ref: ./shapes/order.json }` takes the file's
 * place; a reference inside a schema must stay inside it (`#/…`).
 */
export function inlineJsonSchema(
  schema: Record<string, unknown>,
  owner: object,
  located: Located,
  files: SchemaReader,
  report: Report,
): JsonSchema {
  const span = located.valueSpan(schema, "$ref");
  const ref = schema.$ref;
  if (typeof ref !== "string" || ref.startsWith("#")) {
    const outer = outerReference(schema as JsonSchema);
    if (outer !== null)
      report.add(
        "ref-unknown",
        located.valueSpan(owner, "schema"),
        `The schema refers to "${outer}", which is not in it.`,
        { help: "Only references inside the schema (#/…) are followed." },
      );
    return schema as JsonSchema;
  }
  const path = joinPath(folderOf(located.source.path), ref);
  if (path === null || !isInside(files.folder, path)) {
    report.add("path-outside-plan", span, `"${ref}" leaves the plan's folder.`, {
      help: "Copy the schema into the plan's folder.",
    });
    return {};
  }
  const bytes = files.read(path);
  if (bytes === null) {
    report.add("file-not-found", span, `There is no file "${ref}".`, {
      help: `It was looked for at ${path}.`,
    });
    return {};
  }
  return readSchema(path, bytes, (message) =>
    report.add("json-schema-invalid", span, message, { help: `The file is ${path}.` }),
  );
}

function readSchema(
  path: string,
  bytes: Uint8Array | string,
  refuse: (message: string) => void,
): JsonSchema {
  if (bytes.length > mostBytes) {
    refuse("A JSON Schema file has at most 1 MiB.");
    return {};
  }
  try {
    const schema = JSON.parse(typeof bytes === "string" ? bytes : decodeUtf8(bytes)) as JsonValue;
    const isSchema = typeof schema === "object" && schema !== null && !Array.isArray(schema);
    const outer = isSchema ? outerReference(schema as JsonSchema) : null;
    if (!isSchema) refuse("A JSON Schema is an object.");
    else if (outer !== null)
      refuse(
        `The schema refers to "${outer}", which is not in it; only references inside it (#/…) are followed.`,
      );
    else return schema as JsonSchema;
  } catch (error) {
    refuse(`This is no JSON: ${error instanceof Error ? error.message : path}.`);
  }
  return {};
}

/** The first `$ref` that points out of the schema, or null. */
function outerReference(schema: JsonValue): string | null {
  if (typeof schema !== "object" || schema === null) return null;
  for (const [key, value] of Object.entries(schema)) {
    if (key === "$ref" && typeof value === "string" && !value.startsWith("#")) return value;
    const inner = outerReference(value as JsonValue);
    if (inner !== null) return inner;
  }
  return null;
}

/** UTF-8 to text; the encoding is checked by JSON's own grammar, which allows ASCII between strings only. */
function decodeUtf8(bytes: Uint8Array): string {
  let escaped = "";
  for (const byte of bytes)
    escaped +=
      byte < 128 && byte !== 37
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).padStart(2, "0")}`;
  return decodeURIComponent(escaped);
}
