import * as z from "zod";
import { propertyFields } from "./property.js";

/** What an amount counts: the currency itself, its hundredths (or other minor unit), or its millionths. */
export const moneyUnits = ["major", "minor", "micros"] as const;

/** An amount of one currency. */
export const moneyKind = z
  .strictObject({
    type: z.literal("money"),
    ...propertyFields,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, { error: "a currency is its ISO 4217 code, such as USD" })
      .describe("ISO 4217 code, such as USD."),
    unit: z
      .enum(moneyUnits)
      .optional()
      .describe(
        "`minor` (cents; the default) and `micros` are whole numbers, `major` may have a fraction.",
      ),
    min: z.number().optional().describe("Smallest amount, in the unit."),
    max: z.number().optional().describe("Largest amount, in the unit."),
  })
  .describe("An amount of one currency, in cents unless told otherwise.");
