import * as z from "zod";
import { scalar } from "../words.js";
import { propertyFields } from "./property.js";

/**
 * A property that is defined once under `properties:`, perhaps refined for this event. Without
 * `ref` it is the one of the same name. A refinement may only tighten.
 */
export const reference = z
  .strictObject({
    type: z.undefined().optional(),
    ref: z
      .string()
      .optional()
      .describe(
        "The shared property meant; the one of the same name unless told. `plan/name` for an imported plan's.",
      ),
    ...propertyFields,
    min: z.number().optional().describe("A higher smallest value."),
    max: z.number().optional().describe("A lower largest value."),
    min_length: z.int().nonnegative().optional().describe("A higher fewest number of characters."),
    max_length: z.int().nonnegative().optional().describe("A lower most number of characters."),
    min_items: z.int().nonnegative().optional().describe("A higher fewest number of items."),
    max_items: z.int().nonnegative().optional().describe("A lower most number of items."),
    pattern: z.string().optional().describe("A pattern, where the shared property has none."),
    values: z.array(scalar).min(1).optional().describe("Fewer of the enum's values."),
  })
  .describe("A shared property, perhaps tightened for this event.");
