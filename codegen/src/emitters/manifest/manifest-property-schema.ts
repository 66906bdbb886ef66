import * as z from "zod";
import type { JsonSchema } from "../../plan/property-type.js";
import type { ManifestProperty, ManifestType, ManifestValue } from "./manifest-property.js";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const text = z.exactOptional(z.string());
const number = z.exactOptional(z.number());
const yes = z.exactOptional(z.literal(true));
const range = { min: number, max: number };

/** What makes a property required, or an event reach a stage. */
export const condition = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("values"), property: z.string(), values: z.array(scalar) }),
    z.strictObject({ kind: z.literal("presence"), property: z.string(), present: z.boolean() }),
  ])
  .meta({ id: "Condition" });

/** A privacy decision. */
export const pii = z
  .strictObject({
    class: z.string(),
    handling: z.enum(["hash", "drop", "allow"]),
    until: z.exactOptional(z.string().describe("The day the review ends, YYYY-MM-DD.")),
  })
  .meta({ id: "Pii" });

/** What stands where something is on its way out. */
export const deprecation = z
  .strictObject({ reason: z.string(), replacedBy: text, since: text, sunset: text })
  .meta({ id: "Deprecation" });

/** A type, told apart by `kind`. */
export const type: z.ZodType<ManifestType> = z
  .lazy(() =>
    z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("string"),
        format: text,
        pattern: text,
        minLength: number,
        maxLength: number,
      }),
      z.strictObject({ kind: z.enum(["integer", "number"]), ...range, unit: text }),
      z.strictObject({ kind: z.enum(["boolean", "timestamp", "date"]) }),
      z.strictObject({ kind: z.literal("duration"), unit: z.string(), ...range }),
      z.strictObject({
        kind: z.literal("money"),
        currency: z.string(),
        unit: z.enum(["major", "minor", "micros"]),
        ...range,
      }),
      z.strictObject({
        kind: z.literal("enum"),
        values: z.array(scalar),
        open: yes,
        deprecated: z.exactOptional(z.array(scalar)),
      }),
      z.strictObject({ kind: z.literal("const"), value: scalar }),
      z.strictObject({
        kind: z.literal("array"),
        items: value,
        minItems: number,
        maxItems: number,
        unique: yes,
      }),
      z.strictObject({ kind: z.literal("object"), properties: z.array(property) }),
      z.strictObject({ kind: z.literal("map"), values: value, keys: text, maxKeys: number }),
      z.strictObject({ kind: z.literal("union"), anyOf: z.array(value) }),
      z.strictObject({ kind: z.literal("named"), name: z.string() }),
      z.strictObject({ kind: z.literal("json_schema"), schema: jsonSchema }),
    ]),
  )
  .meta({ id: "Type" });

const jsonSchema: z.ZodType<JsonSchema> = z.record(z.string(), z.json());

/** A value without a name. */
export const value = z.strictObject({ type, nullable: yes, pii: z.exactOptional(pii) }).meta({
  id: "Value",
}) satisfies z.ZodType<ManifestValue>;

/** A named value. */
export const property = z
  .strictObject({
    name: z.string(),
    required: z.boolean().describe("Whether it is always there."),
    type,
    summary: z.string().describe("The type in words, for messages."),
    when: z.exactOptional(z.array(condition).describe("All of these hold → it is required.")),
    nullable: yes,
    pii: z.exactOptional(pii),
    deprecated: z.exactOptional(deprecation),
  })
  .meta({ id: "Property" }) satisfies z.ZodType<ManifestProperty>;
