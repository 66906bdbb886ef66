import * as z from "zod";
import { propertyFields } from "./property.js";

/** Formats that a string can be held to; the names are JSON Schema's. */
export const stringFormats = [
  "email",
  "uri",
  "uuid",
  "hostname",
  "ipv4",
  "ipv6",
  "date-time",
  "date",
  "time",
  "duration",
] as const;

/** Text. Prefer an enum where the values are known, and a pattern or format where they have a shape. */
export const stringKind = z
  .strictObject({
    type: z.literal("string"),
    ...propertyFields,
    format: z.enum(stringFormats).optional().describe("A well-known shape of text."),
    pattern: z.string().optional().describe("An ECMAScript regular expression, unanchored."),
    min_length: z.int().nonnegative().optional().describe("Fewest characters."),
    max_length: z.int().nonnegative().optional().describe("Most characters."),
  })
  .describe("Text, with an optional format, pattern and length.");
