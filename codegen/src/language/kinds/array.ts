import * as z from "zod";
import { type PropertySpec, propertySpec } from "./index.js";
import { type PropertyFields, propertyFields } from "./property.js";

/** A list as it is written. */
export interface ArraySpec extends PropertyFields {
  type: "array";
  items: PropertySpec;
  min_items?: number | undefined;
  max_items?: number | undefined;
  unique?: boolean | undefined;
}

/** A list of values of one type. */
export const arrayKind: z.ZodType<ArraySpec> = z
  .strictObject({
    type: z.literal("array"),
    ...propertyFields,
    get items() {
      return propertySpec;
    },
    min_items: z.int().nonnegative().optional().describe("Fewest items."),
    max_items: z.int().nonnegative().optional().describe("Most items."),
    unique: z.boolean().optional().describe("Whether an item may stand only once."),
  })
  .describe("A list of values of one type, named in `items`.");
