import * as z from "zod";
import { basePlan } from "./base-plan.js";

/** A place in the code that sends an event; `dd0c-track lint` finds them. */
export const callSite = z.strictObject({
  event: z.string().describe("The event's name."),
  file: z.string().describe("Relative to the repository, with `/`."),
  line: z.int().min(1).describe("Counts from 1."),
});

/** Options of the `markdown` emitter. */
export const markdownOptions = z.strictObject({
  calls: z.boolean().default(true).describe("Whether each event shows its call in TypeScript."),
  examples: z
    .boolean()
    .default(true)
    .describe("Whether each event shows an example of it as it arrives, in JSON."),
  charts: z.boolean().default(true).describe("Whether funnels are drawn, as Mermaid flowcharts."),
  sites: z
    .array(callSite)
    .default([])
    .describe("Where the code sends events; each event lists its own."),
  source: z
    .string()
    .nullable()
    .default(null)
    .describe("The address of a place in the code, with `{file}` and `{line}` in it."),
  base: basePlan
    .nullable()
    .default(null)
    .describe(
      "An earlier resolved plan (`dd0c-track resolve --json`): what changed since is told.",
    ),
});

export type MarkdownOptions = z.infer<typeof markdownOptions>;
export type CallSite = z.infer<typeof callSite>;
