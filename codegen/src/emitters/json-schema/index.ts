import type { EmittedFile, Emitter } from "../../emitter.js";
import type { ResolvedPlan } from "../../plan/resolved-plan.js";
import { documentText } from "./document-text.js";
import { type JsonSchemaOptions, jsonSchemaOptions } from "./options.js";
import { eventParts, hashed, head, type Part, typeParts } from "./parts.js";

/** JSON Schema (draft 2020-12) of each event's properties as they arrive: a file an event, and one bundle. */
export const jsonSchemaEmitter: Emitter<JsonSchemaOptions> = {
  name: "json-schema",
  description: "JSON Schema, draft 2020-12: a file for each event and one bundle.",
  options: jsonSchemaOptions,
  emit(plan, options) {
    const types = typeParts(plan, options);
    const events = eventParts(plan, options, types);
    const files = events.map(({ path, document }) => ({ path, text: document }));
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
  const definitions = parts.flatMap((part) => [part.definition, ...part.hoisted]);
  const text = documentText({ ...head(plan, options, path), ...about }, null, [
    ...definitions,
    hashed,
  ]);
  return { path, text };
}
