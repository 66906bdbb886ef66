import type { JSONSchema } from "json-schema-to-typescript";
import type { EmittedFile } from "../../emitter.js";
import type { JsonValue } from "../../plan/property-type.js";
import { header } from "../../print/header.js";
import type { Shape } from "./shapes.js";

/** A raw JSON Schema as a TypeScript file of its own, made by json-schema-to-typescript. */
export async function shapeFile(
  { name, file, schema }: Shape,
  source: string,
): Promise<EmittedFile> {
  // Loaded only for plans that have such a schema: it brings a formatter along, half a second's work.
  const { compile } = await import("json-schema-to-typescript");
  const text = await compile(withoutTitles(schema) as JSONSchema, name, {
    bannerComment: `// ${header(source)}`,
    additionalProperties: true,
    declareExternallyReferenced: true,
    $refOptions: { resolve: { external: false } },
  });
  return { path: `${file}.ts`, text };
}

/** The schema without titles, from which type names would be made that nobody asked for. */
function withoutTitles(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(withoutTitles);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).filter(
    ([key, value]) => key !== "title" || typeof value !== "string",
  );
  return Object.fromEntries(
    entries.map(([key, value]) => [key, withoutTitles(value as JsonValue)]),
  );
}
