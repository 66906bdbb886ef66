import * as z from "zod";
import { propertyFields } from "./property.js";

/** True or false. */
export const booleanKind = z
  .strictObject({ type: z.literal("boolean"), ...propertyFields })
  .describe("True or false.");
