import * as z from "zod";
import { scalar, text } from "../words.js";
import { deprecated, propertyFields } from "./property.js";

/** One of a set of values: a list, or a map from value to description. */
export const enumKind = z
  .strictObject({
    type: z.literal("enum"),
    ...propertyFields,
    values: z
      .union([
        z.array(scalar).min(1),
        z.record(
          z.string(),
          z.union([
            z.string(),
            z.null(),
            z.strictObject({
              description: text("What the value means.").optional(),
              deprecated: deprecated.optional(),
            }),
          ]),
        ),
      ])
      .describe("The values: a list, or a map from value to description."),
    open: z
      .boolean()
      .optional()
      .describe("Whether other values may come one day; the types complete the known ones."),
  })
  .describe("One of a set of values, closed unless `open: true`.");
