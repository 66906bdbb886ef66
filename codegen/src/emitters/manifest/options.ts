import * as z from "zod";

/** Options of the `manifest` emitter. */
export const manifestOptions = z.strictObject({
  schema: z
    .boolean()
    .default(true)
    .describe("Whether `manifest.schema.json`, the manifest's own JSON Schema, is written too."),
});

export type ManifestOptions = z.infer<typeof manifestOptions>;
