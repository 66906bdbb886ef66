import * as z from "zod";
import { type PropertySpec, propertySpec } from "./index.js";
import { type PropertyFields, propertyFields } from "./property.js";

/** A nested object as it is written. */
export interface ObjectSpec extends PropertyFields {
  type: "object";
  properties: Record<string, PropertySpec>;
}

/** A nested object with known properties; it is closed. */
export const objectKind: z.ZodType<ObjectSpec> = z
  .strictObject({
    type: z.literal("object"),
    ...propertyFields,
    get properties() {
      return z.record(z.string(), propertySpec).describe("The object's properties.");
    },
  })
  .describe("A nested, closed object with its `properties`.");
