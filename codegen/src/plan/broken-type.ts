import { brokenProperty } from "../language/leave-out-broken.js";
import type { JsonSchema, JsonSchemaType, PropertyType } from "./property-type.js";

/** Stands in for a type that could not be understood, or leads back to itself: anything fits it. */
export const brokenType: JsonSchemaType = {
  kind: "json_schema",
  schema: brokenProperty.schema as JsonSchema,
};

/** Whether nothing is known of a type, so that nothing more is found wrong with it. */
export function isBroken(type: PropertyType): boolean {
  return type.kind === "json_schema" && type.schema === brokenType.schema;
}
