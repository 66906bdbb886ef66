import * as z from "zod";

/** Text for people: a sentence or more. */
export const text = (description: string) => z.string().min(1).describe(description);

/** A name that becomes part of code and links: starts with a letter, then letters, digits, `_` or `-`. */
export const handle = (description: string) =>
  z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, {
      error: "a name starts with a letter and goes on with letters, digits, _ or -",
    })
    .describe(description);

/** `24h`, `5min`, `60s`, `30d`: a whole number and a unit. */
export const timeSpan = (description: string) =>
  z
    .string()
    .regex(/^[1-9]\d*(ms|s|min|h|d|w)$/, {
      error: "a span of time is a whole number and ms, s, min, h, d or w, such as 24h or 30d",
    })
    .describe(description);

/** A day that the calendar has, `2027-03-31`: no 31st of April, a 29th of February in leap years only. */
export const day = (description: string) =>
  z
    .string()
    .regex(z.regexes.date, {
      error: "a day of the calendar is written YYYY-MM-DD, such as 2027-03-31",
    })
    .describe(description);

/** A value that YAML and JSON share and that fits into one cell. */
export const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A value or a list of values. */
export const scalars = z.union([scalar, z.array(scalar).min(1)]);
