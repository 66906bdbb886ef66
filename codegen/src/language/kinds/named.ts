import { z } from "zod";
import { handle } from "../words.js";
import { propertyFields } from "./property.js";

/** A type that the plan defines once under `types:`; generated code shares it by name. */
export const namedKind = z
  .strictObject({
    type: z.literal("named"),
    ...propertyFields,
    name: handle("The name of an entry of `types:`."),
  })
  .describe("A type defined once under `types:`.");
