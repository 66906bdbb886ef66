import * as z from "zod";
import { type PropertySpec, propertySpec } from "./index.js";
import { type PropertyFields, propertyFields } from "./property.js";

/** A map as it is written. */
export interface MapSpec extends PropertyFields {
  type: "map";
  values: PropertySpec;
  keys?: string | undefined;
  max_keys?: number | undefined;
}

/** An object with free keys and values of one type. */
export const mapKind: z.ZodType<MapSpec> = z
  .strictObject({
    type: z.literal("map"),
    ...propertyFields,
    get values() {
      return propertySpec;
    },
    keys: z.string().optional().describe("A regular expression that every key matches."),
    max_keys: z.int().positive().optional().describe("Most keys."),
  })
  .describe("An object with free keys and `values` of one type.");
