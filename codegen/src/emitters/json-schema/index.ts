import type { EmittedFile, Emitter } from "../../emitter.js";
import type { JsonSchema } from "../../plan/property-type.js";
import type { ResolvedPlan } from "../../plan/resolved-plan.js";
import { header } from "../../print/header.js";
import { documentText } from "./document-text.js";
import { type JsonSchemaOptions, jsonSchemaOptions } from "./options.js";
import { definitionsOf, eventParts, hashed, type Part, typeParts } from "./parts.js";
import { eventPath, schemaId } from "./schema-id.js";

/** JSON Schema (draft 2020-12) of each event's properties as they arrive: a file an event, and one bundle. */
export const jsonSchemaEmitter: Emitter<JsonSchemaOptions> = {
  name: "json-schema",
  description: "JSON Schema, draft 2020-12: a file for each event and one bundle.",
  options: jsonSchemaOptions,
  emit(plan, options) {
    const events = eventParts(plan, options);
    const types = typeParts(plan, options);
    const typesByName = new Map(types.map((type) => [type.name, type]));
    const files = events.map((event) => {
      const path = eventPath(event.name);
      const definitions = definitionsOf(event, typesByName);
      return { path, text: documentText(head(plan, options, path), event.text, definitions) };
    });
    return [...files, bundle(plan, options, [...events, ...types])];
  },
};

/** Every event and named type as a definition. The hash comes last, so that an event only adds lines. */
function bundle(
  plan: ResolvedPlan,
  options: JsonSchemaOptions,
  parts: readonly Part[],
): EmittedFile {
  const path = "bundle.schema.json";
  const about = {
    title: plan.title,
    description: "An event's properties are under `#/$defs/<its name>`; the root judges nothing.",
  };
  const definitions = parts.flatMap((part) => [[part.name, part.text] as const, ...part.hoisted]);
  const text = documentText({ ...head(plan, options, path), ...about }, null, [
    ...definitions,
    hashed,
  ]);
  return { path, text };
}

function head(plan: ResolvedPlan, options: JsonSchemaOptions, path: string): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: schemaId(plan, options, path),
    $comment: header(plan.origin.file),
  };
}
