import * as z from "zod";
import { propertySpec } from "./kinds/index.js";
import { contextField, group, person } from "./sections/context.js";
import { eventSpec, extensionSpec } from "./sections/event.js";
import { funnel } from "./sections/funnel.js";
import {
  defaults,
  imported,
  ladder,
  naming,
  privacy,
  reserved,
  runtimes,
  team,
} from "./sections/header.js";
import { health } from "./sections/health.js";
import { activation, features, product } from "./sections/product.js";
import { properties, propertyGroups, types } from "./sections/reuse.js";
import { handle, text } from "./words.js";

/** Sections that only the plan's root file (the one with `plan:`) may hold. */
export const rootSections = {
  format: z.literal(1).optional().describe("The version of the plan language; 1."),
  plan: handle("The plan's name; this file is its root."),
  title: text("The name that people read.").optional(),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, {
      error: "a version is three numbers in quotes or as they are, such as 1.4.0",
    })
    .optional()
    .describe("The plan's version, such as 1.4.0."),
  description: text("What the plan is for.").optional(),
  docs: z.url().optional().describe("Where the taxonomy pages are published; editors link there."),
  files: z
    .array(z.string())
    .optional()
    .describe(
      "The files and folders of the plan, relative to this file; every .yaml below it unless told.",
    ),
  imports: z.record(z.string(), imported).optional().describe("Other plans, by a short name."),
  products: z
    .record(z.string(), z.union([z.null(), product]))
    .optional()
    .describe("The products, by name."),
  runtimes: runtimes.optional(),
  stages: ladder("Stages of the customer's way, in order.").optional(),
  tiers: ladder("How much events matter, most first.").optional(),
  integrations: ladder("Integrations that a tenant may connect.").optional(),
  context: z.record(z.string(), contextField).optional().describe("Fields on every event."),
  super_properties: z
    .record(z.string(), propertySpec)
    .optional()
    .describe("Properties that a client keeps and adds to every later event."),
  groups: z
    .record(z.string(), group)
    .optional()
    .describe("Groups that events belong to, such as tenant."),
  person: person.optional(),
  naming: naming.optional(),
  defaults: defaults.optional(),
  teams: z.record(z.string(), team).optional().describe("Teams that own things."),
  privacy: privacy.optional(),
  reserved: reserved.optional(),
};

/** Sections that any file of a plan may hold; entries of all files add up. */
export const sharedSections = {
  product: handle(
    "The product whose events stand in this file; shared by all unless told.",
  ).optional(),
  features: features.optional(),
  activation: activation.optional(),
  properties: properties.optional(),
  types: types.optional(),
  property_groups: propertyGroups.optional(),
  events: z.record(z.string(), eventSpec).optional().describe("Events, by name."),
  extend: z
    .record(z.string(), extensionSpec)
    .optional()
    .describe("What this product adds to shared events, by event name."),
  funnels: z.record(z.string(), funnel).optional().describe("Funnels, by name."),
  health: z.record(z.string(), health).optional().describe("Health scores, by name."),
};

/** A plan's root file: the one that says `plan:`. */
export const rootFile = z.strictObject({ ...rootSections, ...sharedSections });

/** Any other file of a plan. */
export const planFile = z.strictObject(sharedSections);

export type RootFile = z.infer<typeof rootFile>;
export type PlanFile = z.infer<typeof planFile>;
