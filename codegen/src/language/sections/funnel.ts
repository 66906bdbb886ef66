import * as z from "zod";
import { handle, scalars, text, timeSpan } from "../words.js";

const stage = z
  .strictObject({
    event: z.string().optional().describe("The event that reaches the stage."),
    any_of: z
      .array(z.string())
      .min(1)
      .optional()
      .describe("Events of which any reaches the stage."),
    activation: z
      .literal(true)
      .optional()
      .describe("The product's activation event reaches the stage."),
    where: z
      .record(z.string(), scalars)
      .optional()
      .describe("Only events whose properties have these values."),
    at_least: z.int().positive().optional().describe("How often it must happen; once unless told."),
    optional: z.boolean().optional().describe("Whether the funnel goes on without it."),
    description: text("The stage in words.").optional(),
  })
  .describe("One of `event`, `any_of` or `activation: true`.");

/** A funnel: stages in order. */
export const funnel = z
  .strictObject({
    description: text("What the funnel shows."),
    by: z
      .string()
      .describe("Whose steps count together: `distinct_id` or a context field such as tenant_id."),
    window: timeSpan("How long the whole way may take, such as 30d."),
    for: z
      .union([z.literal("every product"), z.array(z.string()).min(1)])
      .optional()
      .describe("`every product`, some products, or nothing: one funnel for the whole plan."),
    owner: handle("The team that answers for it.").optional(),
    answers: text("The question it answers.").optional(),
    stages: z.record(z.string(), stage).describe("The stages, in order."),
  })
  .describe("Stages in order, and the window in which they count.");

export type FunnelSpec = z.infer<typeof funnel>;
export type StageSpec = z.infer<typeof stage>;
