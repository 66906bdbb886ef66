import * as z from "zod";

/** Options of the `zod` emitter. */
export const zodOptions = z.strictObject({
  context: z
    .boolean()
    .default(true)
    .describe(
      "Whether context fields and super-properties are part of each event, as on the wire.",
    ),
  module: z
    .string()
    .default("zod")
    .describe("Where generated code imports `z` from: zod 4, such as `zod` or `zod/v4`."),
});

export type ZodOptions = z.infer<typeof zodOptions>;
