import * as z from "zod";
import { propertyFields } from "./property.js";

/** A type that the plan defines once under `types:`; generated code shares it by name. */
export const namedKind = z
  .strictObject({
    type: z.literal("named"),
    ...propertyFields,
    name: z
      .string()
      .min(1)
      .describe("The name of an entry of `types:`; `plan/name` for an imported plan's."),
  })
  .describe("A type defined once under `types:`.");
