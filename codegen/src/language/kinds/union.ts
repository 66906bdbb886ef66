import * as z from "zod";
import { type PropertySpec, propertySpec } from "./index.js";
import { type PropertyFields, propertyFields } from "./property.js";

/** A union as it is written. */
export interface UnionSpec extends PropertyFields {
  type: "union";
  any_of: PropertySpec[];
}

/** A value of one of several types. */
export const unionKind: z.ZodType<UnionSpec> = z
  .strictObject({
    type: z.literal("union"),
    ...propertyFields,
    get any_of() {
      return z.array(propertySpec).min(2).describe("The types of which it may be any.");
    },
  })
  .describe("A value of one of several types, listed in `any_of`.");
