import type { DraftEvent } from "../draft/draft.js";
import { objectAt, textAt } from "./json-value.js";
import { schemaProperties } from "./schema-type.js";

/**
 * An event whose properties are a JSON Schema of the whole message, as Segment, RudderStack and Avo
 * write them: what a plan calls properties stands below `properties: { properties: … }`.
 */
export function rulesEvent(
  name: string,
  description: string | null,
  schema: unknown,
  notes: readonly string[] = [],
): DraftEvent {
  const message = objectAt(schema, "properties");
  return {
    name,
    description:
      description ?? textAt(schema, "description") ?? `${name}; the export says no more.`,
    notes,
    properties: schemaProperties(objectAt(message, "properties")),
  };
}
