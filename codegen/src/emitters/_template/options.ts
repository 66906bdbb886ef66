import * as z from "zod";

/** Options of the `_template` emitter. */
export const templateOptions = z.strictObject({
  file: z.string().default("events.txt").describe("The file that is written."),
});

export type TemplateOptions = z.infer<typeof templateOptions>;
