import * as z from "zod";
import { propertySpec } from "../kinds/index.js";
import { pii } from "../kinds/property.js";
import { stringFormats } from "../kinds/string.js";
import { handle, text } from "../words.js";

/** Where the value of a context field comes from. */
export const contextSources = ["caller", "runtime", "client", "clock"] as const;

/** A field that every event carries. */
export const contextField = z
  .strictObject({
    from: z
      .enum(contextSources)
      .describe(
        "`caller`: bound once or passed per call. `runtime`: given when the tracker starts. `client`: the generated client knows it (`product`, `runtime`). `clock`: the event's time.",
      ),
    value: z
      .enum(["product", "runtime", "plan"])
      .optional()
      .describe("What a `client` field holds; the one of its own name unless told."),
    group: handle("The group (PostHog's word) that the value is the key of.").optional(),
    type: z
      .enum(["string", "integer", "number", "boolean", "enum", "timestamp", "date"])
      .optional()
      .describe("The kind of the value; `string` unless told."),
    description: text("What the value means.").optional(),
    required: z.enum(["always", "optional"]).optional().describe("`always` unless told."),
    runtimes: z
      .array(z.string())
      .optional()
      .describe("The runtimes whose events carry it; all unless told."),
    examples: z.array(z.unknown()).optional().describe("Values as they might arrive."),
    pii: pii.optional(),
    values: z.array(z.string()).optional().describe("For `type: enum`: the values."),
    format: z.enum(stringFormats).optional().describe("For `type: string`: a format."),
    pattern: z.string().optional().describe("For `type: string`: a regular expression."),
    max_length: z.int().positive().optional().describe("For `type: string`: most characters."),
  })
  .describe("A field on every event, never set through an event's properties.");

/** A group (tenant, team, …) that events belong to; PostHog's group analytics. */
export const group = z
  .strictObject({
    description: text("What the group is.").optional(),
    traits: z.record(z.string(), propertySpec).optional().describe("What is known of a group."),
  })
  .describe("A group that events belong to, with its traits.");

/** Persons: the identity key's privacy and the traits `identify` takes. */
export const person = z
  .strictObject({
    description: text("Who counts as a person.").optional(),
    distinct_id: z
      .strictObject({
        description: text("What identifies a person.").optional(),
        pii: pii.optional(),
      })
      .optional()
      .describe("The id by which a person is known, and whether it is personal data."),
    traits: z.record(z.string(), propertySpec).optional().describe("What is known of a person."),
  })
  .describe("Persons: what identifies them and what is known of them.");

export type ContextFieldSpec = z.infer<typeof contextField>;
export type GroupSpec = z.infer<typeof group>;
export type PersonSpec = z.infer<typeof person>;
