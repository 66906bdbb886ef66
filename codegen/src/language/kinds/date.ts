import * as z from "zod";
import { propertyFields } from "./property.js";

/** A calendar day without a time, `2027-03-31`. */
export const dateKind = z
  .strictObject({ type: z.literal("date"), ...propertyFields })
  .describe("A calendar day, YYYY-MM-DD.");
