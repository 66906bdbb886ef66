import * as z from "zod";
import { propertyFields } from "./property.js";

/** A number that may have a fraction. */
export const numberKind = z
  .strictObject({
    type: z.literal("number"),
    ...propertyFields,
    min: z.number().optional().describe("Smallest value."),
    max: z.number().optional().describe("Largest value."),
    unit: z.string().optional().describe("What is measured: percent, ratio, …"),
  })
  .describe("A number, with its unit and bounds.");
