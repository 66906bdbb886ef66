import * as z from "zod";
import { scalar } from "../words.js";
import { propertyFields } from "./property.js";

/** A value that is always the same; the client fills it in and nobody passes it. */
export const constKind = z
  .strictObject({
    type: z.literal("const"),
    ...propertyFields,
    value: scalar.describe("The value that every event carries."),
  })
  .describe("A fixed value that the client fills in by itself.");
