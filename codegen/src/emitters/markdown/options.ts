import { z } from "zod";

/** Options of the `markdown` emitter. */
export const markdownOptions = z.strictObject({
  calls: z.boolean().default(true).describe("Whether each event shows its call in TypeScript."),
  examples: z
    .boolean()
    .default(true)
    .describe("Whether each event shows an example of it as it arrives, in JSON."),
  charts: z.boolean().default(true).describe("Whether funnels are drawn, as Mermaid flowcharts."),
});

export type MarkdownOptions = z.infer<typeof markdownOptions>;
