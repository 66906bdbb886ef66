import * as z from "zod";

/** Options of the `json-schema` emitter. */
export const jsonSchemaOptions = z.strictObject({
  context: z
    .boolean()
    .default(true)
    .describe(
      "Whether context fields and super-properties are part of each event, as on the wire.",
    ),
  posthog_keys: z
    .boolean()
    .default(false)
    .describe("Whether keys that start with $, which are PostHog's, may stand beside the plan's."),
  annotations: z
    .boolean()
    .default(true)
    .describe("Whether units, currencies and privacy are written, as `x-…` keywords."),
  base_url: z
    .string()
    .nullable()
    .default(null)
    .describe("What every $id starts with; null: below the plan's `docs`, or a URN."),
});

export type JsonSchemaOptions = z.infer<typeof jsonSchemaOptions>;
