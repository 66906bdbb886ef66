import * as z from "zod";
import { handling, requirement } from "../kinds/property.js";
import { handle, text } from "../words.js";
import { stabilities } from "./event.js";

/** How names are spelt. */
export const cases = ["snake", "kebab", "camel", "pascal", "title", "any"] as const;

/** `naming:`. */
export const naming = z
  .strictObject({
    event: z
      .string()
      .optional()
      .describe(
        "The shape of an event's name: placeholders and separators, such as <domain>.<object>.<action>.",
      ),
    domains: z
      .array(z.string())
      .optional()
      .describe("First words that names of events may have which belong to no single product."),
    case: z.enum(cases).optional().describe("How each word is spelt; snake unless told."),
    tense: z
      .strictObject({
        completed: z
          .enum(["past", "present"])
          .optional()
          .describe("The tense of what was done, such as order_paid."),
        state: z
          .enum(["past", "present"])
          .optional()
          .describe("The tense of what is so, such as session_active."),
      })
      .optional()
      .describe("The tense of completed actions and of states."),
    max_length: z
      .int()
      .positive()
      .optional()
      .describe("Most characters of a name; 100 unless told."),
  })
  .describe("How events are named.");

/** `defaults:`. */
export const defaults = z
  .strictObject({
    stability: z
      .enum(stabilities)
      .optional()
      .describe("How sure people may be that events stay as they are; stable unless told."),
    owner: handle("The team that answers for what names nobody else.").optional(),
    runtimes: z
      .array(z.string())
      .min(1)
      .optional()
      .describe("Where events may be sent from, unless they say."),
    required: requirement.optional(),
    actor: z
      .enum(["user", "bot", "system"])
      .optional()
      .describe("Who does what the events record."),
  })
  .describe("What holds where nothing else is said.");

/** `teams:`. */
export const team = z
  .union([
    z.null(),
    z.strictObject({
      title: text("The name that people read.").optional(),
      slack: z.string().optional().describe("The channel to ask in."),
      github: z.string().optional().describe("The team's handle for CODEOWNERS."),
      description: text("What the team does.").optional(),
    }),
  ])
  .describe("A team: its channel and handle.");

/** `runtimes:`: a list, or a map with descriptions. */
export const runtimes = z
  .union([
    z.array(z.string()).min(1),
    z.record(
      z.string(),
      z.union([z.null(), z.strictObject({ description: text("What runs there.").optional() })]),
    ),
  ])
  .describe("Where events are sent from: browser, node, slack.");

/** `privacy:`. */
export const privacy = z
  .strictObject({
    classes: z
      .record(
        z.string(),
        z.strictObject({
          description: text("What belongs to the class.").optional(),
          handling: handling.describe("What is done with its values, unless a property says."),
        }),
      )
      .optional()
      .describe(
        "Classes of personal data and how each is handled; adds to and overrides the built-in ones.",
      ),
    words: z
      .record(z.string(), z.string())
      .optional()
      .describe("Words that look like personal data in a property's name → their class."),
    harmless: z
      .array(z.string())
      .optional()
      .describe("Property names that look like personal data and are not."),
  })
  .describe("Classes of personal data, and the words that give them away.");

/** `reserved:`: names that must not be used again. */
export const reserved = z
  .strictObject({
    events: z.array(z.string()).optional().describe("Event names that must not come back."),
    properties: z.array(z.string()).optional().describe("Property names that must not come back."),
  })
  .describe("Names that must not be used again: they meant something else once.");

/** `imports:`: another team's plan, by a short name. */
export const imported = z
  .strictObject({
    plan: z.string().describe("The other plan's root file, relative to this one."),
    events: z
      .array(z.string())
      .optional()
      .describe("Its events that belong to this plan too: names, or `account.*`."),
  })
  .describe("Another plan whose properties, groups and types are used as `short-name/name`.");

/** `stages:` and `tiers:`: a list, or a map with descriptions. */
export const ladder = (what: string) =>
  z
    .union([z.array(z.string()).min(1), z.record(z.string(), z.union([z.null(), z.string()]))])
    .describe(what);

export type TeamSpec = z.infer<typeof team>;
