import * as z from "zod";
import { propertySpec } from "../kinds/index.js";
import { deprecated } from "../kinds/property.js";
import { day, handle, text, timeSpan } from "../words.js";

/** Why an event exists. */
export const eventKinds = [
  "funnel",
  "activation",
  "feature",
  "cross_sell",
  "lifecycle",
  "system",
] as const;

/** How sure people may be that an event stays as it is. */
export const stabilities = ["experimental", "stable"] as const;

/** What a Slack client knows by itself and may fill into properties of an event it records. */
export const slackFacts = [
  "command",
  "action_id",
  "callback_id",
  "duration_ms",
  "outcome",
  "user",
  "channel",
] as const;

const properties = z
  .record(z.string(), propertySpec)
  .describe(
    "The event's properties: `name: always`, `name: { required: always, … }` or `name: { type: …, … }`.",
  );

const include = z
  .array(z.string())
  .describe(
    "Property groups whose properties the event has too. `plan/name` for an imported plan's.",
  );

/** Which share of a noisy event is sent, decided in the client. */
export const sample = z
  .strictObject({
    rate: z.number().gt(0).lte(1).describe("The share that is sent, above 0 and up to 1."),
    by: z
      .string()
      .optional()
      .describe(
        "`event` (the default), `distinct_id`, or a context field: all or none of one tenant's.",
      ),
  })
  .describe("Send only a share, decided in the client.");

/** The most of a noisy event that one sender may send. */
export const limit = z
  .strictObject({
    max: z.int().positive().describe("Most events…"),
    per: timeSpan("…in this span of time, such as 1min."),
    by: z
      .string()
      .optional()
      .describe("`event` (the default: for the process), `distinct_id`, or a context field."),
  })
  .describe("Send at most this many, decided in the client.");

/** One event, as a person writes it. */
export const eventSpec = z
  .strictObject({
    description: text("What happened, in a sentence."),
    trigger: text("The exact moment it is sent.").optional(),
    answers: text("The question it answers.").optional(),
    kind: z
      .enum(eventKinds)
      .optional()
      .describe("funnel, activation, feature, cross_sell, lifecycle or system."),
    stage: handle("The stage of the funnel it belongs to, one of the plan's `stages`.").optional(),
    feature: handle("The feature whose use it shows, one of the product's `features`.").optional(),
    integration: handle(
      "The integration that it shows is connected, one of `integrations`.",
    ).optional(),
    sentiment: z
      .enum(["positive", "negative"])
      .optional()
      .describe("What it says of the user's mood."),
    actor: z
      .enum(["user", "bot", "system"])
      .optional()
      .describe("Who does it: a person, a bot, or the system."),
    products: z
      .array(z.string())
      .min(1)
      .optional()
      .describe("The products that send it; a shared event is every product's unless told."),
    runtimes: z.array(z.string()).min(1).optional().describe("Where it may be sent from."),
    owner: handle("The team that answers for it.").optional(),
    stability: z
      .enum(stabilities)
      .optional()
      .describe("`experimental` may change; `stable` may not break people."),
    since: z.string().optional().describe("The plan version that brought it."),
    tier: handle("How much it matters, one of the plan's `tiers`.").optional(),
    tags: z.array(z.string()).optional().describe("Free words to filter by."),
    emitted_from: text("Where in the system it is sent from.").optional(),
    deprecated: deprecated.optional(),
    expires: z
      .union([day("The day after which nobody should send it."), z.literal("never")])
      .optional()
      .describe("The day after which nobody should send it, or `never`."),
    naming_exception: text("Why the name may bend the naming rule.").optional(),
    expand: z
      .record(
        z.string(),
        z.union([z.literal("features"), z.literal("integrations"), z.array(z.string()).min(1)]),
      )
      .optional()
      .describe(
        "Makes the event a template: `{ name: features }` writes one event for each feature, in place of `<name>`.",
      ),
    personless: z.boolean().optional().describe("Sent without a person profile in PostHog."),
    sample: sample.optional(),
    limit: limit.optional(),
    auto: z
      .strictObject({
        slack: z
          .enum(["command", "action", "shortcut", "view"])
          .describe("What in Slack sends it."),
        fill: z.record(z.string(), z.enum(slackFacts)).describe("Property ← what Slack knows."),
      })
      .optional()
      .describe("The Slack client records this event by itself."),
    include: include.optional(),
    properties: properties.optional(),
  })
  .describe(
    "An event: what happened, when it is sent, which question it answers, and its properties.",
  );

/** What a product adds to a shared event. */
export const extensionSpec = z
  .strictObject({
    include: include.optional(),
    properties: properties.optional(),
    runtimes: z
      .array(z.string())
      .min(1)
      .optional()
      .describe("The runtimes this product sends it from: some of the event's."),
    answers: text("The question it answers for this product.").optional(),
    trigger: text("The exact moment this product sends it.").optional(),
    owner: handle("The team that answers for it in this product.").optional(),
  })
  .describe("What this product adds to a shared event. It may only add and tighten.");

export type EventSpec = z.infer<typeof eventSpec>;
export type ExtensionSpec = z.infer<typeof extensionSpec>;
