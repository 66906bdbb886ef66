import * as z from "zod";
import type { Manifest } from "./manifest.js";
import { event } from "./manifest-event-schema.js";
import { condition, pii, property, value } from "./manifest-property-schema.js";

const names = z.array(z.string());

const product = z.strictObject({
  name: z.string(),
  title: z.string(),
  owner: z.exactOptional(z.string()),
  features: names,
  activation: z.exactOptional(
    z
      .strictObject({
        event: z.string().describe("The aha moment."),
        from: z.string().describe("The event that starts the clock."),
        within: z.number().describe("The target, in seconds."),
      })
      .describe("The aha moment and how soon it should come."),
  ),
});

const contextField = z.strictObject({
  ...property.shape,
  from: z.enum(["caller", "runtime", "client", "clock"]),
  value: z.exactOptional(z.enum(["product", "runtime", "plan"])),
  group: z.exactOptional(z.string().describe("The group that the value is the key of.")),
  runtimes: names.describe("The runtimes whose events carry it."),
});

const funnel = z.strictObject({
  name: z.string(),
  product: z.exactOptional(z.string().describe("Absent: for the whole plan.")),
  by: z.string(),
  window: z.number().describe("In seconds."),
  stages: z.array(
    z.strictObject({
      name: z.string(),
      events: names.describe("Any of these reaches the stage."),
      where: z.exactOptional(z.array(condition)),
      atLeast: z.int().positive(),
      optional: z.exactOptional(z.literal(true)),
    }),
  ),
});

/** The manifest, checked: for readers of a file that somebody else wrote. */
export const manifestSchema: z.ZodType<Manifest> = z
  .strictObject({
    $comment: z.string(),
    format: z.literal(1),
    plan: z.strictObject({
      name: z.string(),
      title: z.string(),
      version: z.string(),
      file: z.string().describe("The plan's root file."),
      docs: z.exactOptional(z.string().describe("Base address of the published taxonomy.")),
    }),
    runtimes: names,
    products: z.array(product),
    stages: names.describe("In the order in which people pass them."),
    integrations: names,
    context: z.array(contextField),
    superProperties: z.array(property),
    groups: z.array(z.strictObject({ name: z.string(), traits: z.array(property) })),
    person: z.strictObject({
      distinctId: z.exactOptional(pii.describe("The decision on what identifies a person.")),
      traits: z.array(property),
    }),
    privacy: z.strictObject({
      words: z.record(z.string(), z.string()).describe("A word in a name → its class."),
      harmless: names,
    }),
    reserved: z.strictObject({ events: names, properties: names }),
    funnels: z.array(funnel),
    types: z.array(z.strictObject({ name: z.string(), ...value.shape })),
    events: z.array(event).describe("Sorted by name; name and product together are unique."),
  })
  .describe("What the lint and the live check need to know of a tracking plan.");

/** The manifest's own JSON Schema, draft 2020-12. */
export function manifestJsonSchema(): object {
  return z.toJSONSchema(manifestSchema, { target: "draft-2020-12" });
}
