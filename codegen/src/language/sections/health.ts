import * as z from "zod";
import { handle, text, timeSpan } from "../words.js";

/** What an input of a health score is computed from; each is scaled to 0..1. */
export const healthMeasures = [
  "activation",
  "active_days",
  "feature_breadth",
  "integration_depth",
  "sentiment",
] as const;

const input = z
  .strictObject({
    weight: z.number().gt(0).lte(1).describe("Its share of the score; all shares together are 1."),
    measure: z
      .enum(healthMeasures)
      .describe(
        "`activation`: products activated ÷ products in use. `active_days`: days with one of `events` ÷ `full_at`. `feature_breadth`: features used ÷ features there are. `integration_depth`: integrations connected ÷ `full_at`. `sentiment`: positive ÷ (positive + negative).",
      ),
    description: text("The input in words.").optional(),
    window: timeSpan("How far back it looks; all of history unless told.").optional(),
    full_at: z.number().positive().optional().describe("The count that is worth 1."),
    events: z
      .array(z.string())
      .min(1)
      .optional()
      .describe("The events counted, for `active_days`."),
    empty: z
      .number()
      .gte(0)
      .lte(1)
      .optional()
      .describe("Its value where nothing was seen; 0 unless told."),
  })
  .describe("One input of the score, scaled to 0..1.");

const band = z
  .strictObject({
    from: z.number().gte(0).lte(1).describe("Scores from here up to the next band."),
    description: text("What it says of the tenant.").optional(),
    action: text("What follows from it.").optional(),
  })
  .describe("A range of scores and what follows.");

/** A health score: a weighted sum of inputs, each from 0 to 1. */
export const health = z
  .strictObject({
    description: text("What the score says."),
    by: z.string().describe("Who is scored: a context field such as tenant_id."),
    every: timeSpan("How often it is computed, such as 1d."),
    owner: handle("The team that answers for it.").optional(),
    inputs: z.record(z.string(), input).describe("The inputs with their weights."),
    bands: z.record(z.string(), band).describe("The ranges of scores."),
  })
  .describe("A weighted sum of inputs, each from 0 to 1.");

export type HealthSpec = z.infer<typeof health>;
