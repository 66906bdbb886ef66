import * as z from "zod";
import { handle, text, timeSpan } from "../words.js";

/** `products:` in the plan's root file. */
export const product = z
  .strictObject({
    title: text("The name that people read.").optional(),
    description: text("What the product is, in a sentence.").optional(),
    owner: handle("The team that answers for it.").optional(),
    domains: z.array(z.string()).optional().describe("First words of its events' names."),
  })
  .describe("A product: its title, owner, and the domains of its events.");

/** `features:` of a product: a list, or a map from name to description. */
export const features = z
  .union([z.array(z.string()), z.record(z.string(), z.union([z.string(), z.null()]))])
  .describe("The product's features: a list, or a map from name to description.");

/** `activation:` of a product: the aha moment and how soon it should come. */
export const activation = z
  .strictObject({
    event: z.string().describe("The event that is the aha moment."),
    from: z.string().describe("The event that starts the clock."),
    within: timeSpan("How soon it should come, such as 24h."),
    description: text("The aha moment in words.").optional(),
  })
  .describe("The aha moment, the event that starts the clock, and the target.");

export type ProductSpec = z.infer<typeof product>;
export type FeaturesSpec = z.infer<typeof features>;
export type ActivationSpec = z.infer<typeof activation>;
