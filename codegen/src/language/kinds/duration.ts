import * as z from "zod";
import { propertyFields } from "./property.js";

/** Units of a duration; a duration is a number of these, never a formatted string. */
export const durationUnits = ["ms", "s", "min", "h", "d"] as const;

/** How long something took, as a number of its unit. */
export const durationKind = z
  .strictObject({
    type: z.literal("duration"),
    ...propertyFields,
    unit: z.enum(durationUnits).describe("ms, s, min, h or d."),
    min: z.number().nonnegative().optional().describe("Shortest, in the unit; 0 unless told."),
    max: z.number().nonnegative().optional().describe("Longest, in the unit."),
  })
  .describe("How long something took: a number of ms, s, min, h or d.");
