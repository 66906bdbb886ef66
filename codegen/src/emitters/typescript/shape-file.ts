import type { JSONSchema } from "json-schema-to-typescript";
import type { EmittedFile } from "../../emitter.js";
import { header } from "../../print/header.js";
import type { Shape } from "./shapes.js";
import { typedKeywords } from "./typed-keywords.js";

/** A raw JSON Schema as a TypeScript file of its own, made by json-schema-to-typescript. */
export async function shapeFile(
  { name, file, schema }: Shape,
  source: string,
): Promise<EmittedFile> {
  const banner = `// ${header(source)}`;
  const text = await compileShape(typedKeywords(schema), name, banner);
  const isThere = new RegExp(`^export (?:type|interface) ${name}\\b`, "mu").test(`${text}`);
  return { path: `${file}.ts`, text: isThere ? text : anything(name, banner) };
}

/** The text, or nothing where the schema is of a kind that TypeScript has no type for. */
async function compileShape(schema: unknown, name: string, banner: string): Promise<string> {
  // Loaded only for plans that have such a schema: it brings a formatter along, half a second's work.
  const { compile } = await import("json-schema-to-typescript");
  try {
    return await compile(schema as JSONSchema, name, {
      bannerComment: banner,
      additionalProperties: true,
      declareExternallyReferenced: true,
      $refOptions: { resolve: { external: false } },
    });
  } catch {
    return "";
  }
}

function anything(name: string, banner: string): string {
  return `${banner}\n\n/** Its JSON Schema says nothing that a type could. */\nexport type ${name} = unknown;\n`;
}
