import * as z from "zod";
import { day, handle, scalar, text } from "../words.js";

/** `{ outcome: failed }`, `{ outcome: [failed, cancelled] }`, `{ parent_id: { present: true } }`. */
export const condition = z.record(
  z.string(),
  z.union([
    scalar,
    z.array(scalar).min(1),
    z.strictObject({ present: z.boolean().describe("Whether the property is there.") }),
  ]),
);

/** How much a property is asked for. */
export const requirement = z
  .union([
    z.enum(["always", "optional"]),
    z.strictObject({
      when: condition.describe(
        "Required when all of these hold: a property has one of the values, or is present.",
      ),
    }),
  ])
  .describe("`always`, `optional` (the default), or `{ when: { outcome: failed } }`.")
  .meta({ id: "requirement" });

/** What is done to personal data before it leaves the process. */
export const handling = z
  .enum(["hash", "drop", "allow"])
  .describe(
    "`hash`: a keyed hash leaves, never the value. `drop`: nothing leaves. `allow`: the value leaves, with a reviewed reason.",
  );

/** The privacy decision on a property. */
export const pii = z
  .union([
    handle("The class alone; the plan's handling for that class applies. `none`: not personal."),
    z.strictObject({
      class: handle("email, account_id, user_id, person_name, ip, phone, free_text, …"),
      handling: handling.optional(),
      reason: text("Why the value may leave as it is; required for `allow`.").optional(),
      reviewer: handle("The team that reviewed the reason.").optional(),
      until: day("When the review must be renewed; required for `allow`.").optional(),
    }),
  ])
  .describe(
    "That this is personal data, its class, and its handling. `none` says that a name which looks like PII is harmless.",
  )
  .meta({ id: "pii" });

/** That something goes away, why, and what to use instead. */
export const deprecated = z
  .strictObject({
    reason: text("Why it goes."),
    replaced_by: z.string().optional().describe("The name to use instead."),
    since: z.string().optional().describe("The plan version in which it was deprecated."),
    sunset: day("The day after which it may be removed.").optional(),
  })
  .describe("Struck through in editors and docs, with the replacement.")
  .meta({ id: "deprecated" });

/** What every property may say, whatever its kind. */
export const propertyFields = {
  description: text("What the value means, in a sentence.").optional(),
  required: requirement.optional(),
  nullable: z.boolean().optional().describe("Whether null is a value, beside being absent."),
  examples: z
    .array(z.unknown())
    .min(1)
    .optional()
    .describe("Values as they might arrive; checked against the type."),
  pii: pii.optional(),
  deprecated: deprecated.optional(),
  tags: z.array(z.string()).optional().describe("Free words to filter by."),
};

/** What every property may say, as a type. */
export type PropertyFields = z.infer<z.ZodObject<typeof propertyFields>>;
