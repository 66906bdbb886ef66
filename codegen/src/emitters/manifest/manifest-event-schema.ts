import * as z from "zod";
import type { ManifestEvent } from "./manifest-event.js";
import { deprecation, property } from "./manifest-property-schema.js";

const names = z.array(z.string());
const yes = z.exactOptional(z.literal(true));
const text = z.exactOptional(z.string());

const membership = z.strictObject({ funnel: z.string(), stage: z.string(), product: text });

/** An event, checked. */
export const event: z.ZodType<ManifestEvent> = z
  .strictObject({
    name: z.string(),
    products: names,
    runtimes: names,
    path: names.describe('How a client is asked for it: ["cost", "anomaly", "alerted"].'),
    description: z.string(),
    docs: z.string().describe("Its page and anchor in the taxonomy, below `plan.docs`."),
    file: z.string().describe("The plan's file that it stands in."),
    kind: text,
    stage: text,
    feature: text,
    integration: text,
    owner: text,
    experimental: yes,
    deprecated: z.exactOptional(deprecation),
    expires: z.exactOptional(z.string().describe("The last day to send it, YYYY-MM-DD.")),
    personless: yes,
    sample: z.exactOptional(z.strictObject({ rate: z.number(), by: z.string() })),
    limit: z.exactOptional(
      z
        .strictObject({ max: z.int(), per: z.number(), by: z.string() })
        .describe("At most `max` events in `per` seconds."),
    ),
    auto: z.exactOptional(z.enum(["command", "action", "shortcut", "view"])),
    activates: z.exactOptional(names.describe("Products whose aha moment it is.")),
    starts: z.exactOptional(names.describe("Products whose clock to the aha moment it starts.")),
    funnels: z.exactOptional(z.array(membership).describe("The stages that it reaches.")),
    properties: z.array(property),
  })
  .meta({ id: "Event" });
