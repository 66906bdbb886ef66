import { folderOf, isInside, joinPath } from "../language/path.js";
import type { PlanFiles } from "../language/plan-files.js";
import type { Located } from "../language/source.js";
import { whyNoSchema } from "./json-schema-shape.js";
import { mostSchemaText } from "./limits.js";
import type { JsonSchema } from "./property-type.js";
import type { Report } from "./report.js";

/** Reads the JSON Schema files of a plan, and counts what they hold. */
export interface SchemaReader {
  /** The plan's folder; files outside of it are refused. */
  readonly folder: string;
  read(path: string): Uint8Array | string | null;
  /** Characters or bytes of text that were taken in so far, by imported plans too. */
  readonly taken: number;
  /** Counts text that was taken in; false once it is too much for one plan. */
  take(length: number): boolean;
}

/** A reader of the JSON Schema files in a plan's folder; `before` is what imported plans took in. */
export function schemaReader(folder: string, files: PlanFiles, before = 0): SchemaReader {
  let taken = before;
  return {
    folder,
    read: (path) => files.read(path),
    get taken() {
      return taken;
    },
    take: (length) => {
      taken += length;
      return taken <= mostSchemaText;
    },
  };
}

/** The one thing this file takes from its host. */
declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean });
  decode(bytes: Uint8Array): string;
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
  const { $ref: ref, ...others } = schema;
  const span = located.valueSpan(schema, "$ref");
  const refuse = (message: string, help: string): JsonSchema => {
    report.add("json-schema-invalid", span, message, { help });
    return {};
  };
  if (typeof ref !== "string" || ref.startsWith("#")) {
    const why = whyNoSchema(schema as JsonSchema);
    if (why !== null)
      report.add(why.code, located.valueSpan(owner, "schema"), why.message, { help: why.help });
    return why === null ? (schema as JsonSchema) : {};
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
  const help = `The file is ${path}.`;
  if (Object.keys(others).length > 0)
    return refuse("Beside a `$ref` to a file, nothing else is read.", "Say it in the file.");
  if (bytes.length > mostBytes) return refuse("A JSON Schema file has at most 1 MiB.", help);
  if (!files.take(bytes.length)) {
    report.add("plan-too-large", span, "The plan takes in more JSON Schema than a plan can hold.", {
      help: "Define the property once under `properties:`, and refer to it.",
    });
    return {};
  }
  return readSchema(bytes, (message) => refuse(message, help));
}

function readSchema(
  bytes: Uint8Array | string,
  refuse: (message: string) => JsonSchema,
): JsonSchema {
  let schema: unknown;
  try {
    const text =
      typeof bytes === "string" ? bytes : new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    schema = JSON.parse(text);
  } catch (error) {
    return refuse(`This is no JSON: ${error instanceof Error ? error.message : "unreadable"}.`);
  }
  if (typeof schema !== "object" || schema === null || Array.isArray(schema))
    return refuse("A JSON Schema is an object.");
  const why = whyNoSchema(schema as JsonSchema);
  return why === null ? (schema as JsonSchema) : refuse(why.message);
}
