import * as z from "zod";

/** A rule's level as it is written. */
export type LevelSpec = "off" | "info" | "warn" | "error";

/** Levels by a rule's name or number. */
export type LevelsSpec = Record<string, LevelSpec>;

/** An entry of `rules: overrides:` as it is written. */
export interface OverrideSpec {
  files?: string[] | undefined;
  products?: string[] | undefined;
  events?: string[] | undefined;
  rules: LevelsSpec;
}

/** `rules:` of a config as it is written: rules beside two words of ours. */
export type RulesSpec = {
  extends?: "recommended" | "strict" | undefined;
  overrides?: OverrideSpec[] | undefined;
} & { [rule: string]: unknown };

const level = z.enum(["off", "info", "warn", "error"]);
const names = z.array(z.string().min(1)).min(1).optional();

const override: z.ZodType<OverrideSpec> = z.strictObject({
  files: names.describe("Globs of files, relative to this file."),
  products: names.describe("Products whose events it is about."),
  events: names.describe("Globs of event names, such as `billing.*`."),
  rules: z.record(z.string(), level).describe("Levels that hold there."),
});

/** What `rules:` is held to. */
export const rulesSection: z.ZodType<RulesSpec> = z
  .object({
    extends: z
      .enum(["recommended", "strict"])
      .optional()
      .describe("The rules to start from; `recommended` unless told."),
    overrides: z
      .array(override)
      .optional()
      .describe("Levels for some files, products or events; later ones win."),
  })
  .catchall(level.describe("A rule by its name or number: `off`, `info`, `warn` or `error`."))
  .describe("Which rules plans, changes and code are held to.");
