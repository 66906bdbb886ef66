import * as z from "zod";
import { propertyFields } from "./property.js";

/** A whole number. */
export const integerKind = z
  .strictObject({
    type: z.literal("integer"),
    ...propertyFields,
    min: z.int().optional().describe("Smallest value."),
    max: z.int().optional().describe("Largest value."),
    unit: z.string().optional().describe("What is counted: tokens, services, bytes, …"),
  })
  .describe("A whole number, with its unit and bounds.");
