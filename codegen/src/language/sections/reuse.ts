import * as z from "zod";
import { propertySpec } from "../kinds/index.js";
import { text } from "../words.js";

/** A set of properties that events include together. */
export const propertyGroup = z
  .strictObject({
    description: text("What the properties have in common."),
    include: z.array(z.string()).optional().describe("Further property groups."),
    properties: z.record(z.string(), propertySpec).describe("The group's properties."),
  })
  .describe("A set of properties that events include together.");

/** `properties:`, each defined once and used by name. */
export const properties = z
  .record(z.string(), propertySpec)
  .describe("Properties defined once; events use them by name.");

/** `types:`, each defined once and used with `{ type: named, name: … }`. */
export const types = z
  .record(z.string(), propertySpec)
  .describe("Types defined once; properties use them with `{ type: named, name: … }`.");

/** `property_groups:`, sets that events include. */
export const propertyGroups = z
  .record(z.string(), propertyGroup)
  .describe("Sets of properties that events include together.");

export type PropertyGroupSpec = z.infer<typeof propertyGroup>;
