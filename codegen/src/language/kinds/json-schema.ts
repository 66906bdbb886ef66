import * as z from "zod";
import { propertyFields } from "./property.js";

/** A shape that a team already has as JSON Schema (draft 2020-12), inline or as a file. */
export const jsonSchemaKind = z
  .strictObject({
    type: z.literal("json_schema"),
    ...propertyFields,
    schema: z
      .record(z.string(), z.unknown())
      .describe(
        "The schema itself, or `{ $ref: ./shapes/order.json }` for a file in the plan's folder.",
      ),
  })
  .describe("A shape that exists as JSON Schema, inline or in a file.");
