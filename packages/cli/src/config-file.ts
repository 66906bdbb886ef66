import * as z from "zod";
import { type LintSpec, lintSection } from "./lint/lint-section.js";
import { type RulesSpec, rulesSection } from "./rules/rules-section.js";

/** The name of the config file. */
export const configName = "dd0c-track.yaml";

/** A line of `outputs:` as it is written. */
export interface OutputSpec {
  emitter: string;
  to: string;
  options?: Record<string, unknown> | undefined;
}

/** An entry of `plans:` as it is written. */
export interface PlanSpec {
  name: string;
  plan: string;
  outputs?: OutputSpec[] | undefined;
}

/** What stands in `dd0c-track.yaml`: one plan and its outputs, or several under `plans:`. */
export interface ConfigSpec {
  plan?: string | undefined;
  outputs?: OutputSpec[] | undefined;
  plans?: PlanSpec[] | undefined;
  rules?: RulesSpec | undefined;
  baseline?: string | undefined;
  accepted?: string | undefined;
  lint?: LintSpec | undefined;
}

const output: z.ZodType<OutputSpec> = z.strictObject({
  emitter: z
    .string()
    .min(1)
    .describe("A built-in emitter's name, a package, or a path such as `./tools/kotlin.js`."),
  to: z.string().min(1).describe("The folder that its files go to, relative to this file."),
  options: z.record(z.string(), z.unknown()).optional().describe("The emitter's own options."),
});

const outputs = z.array(output).describe("What to generate, and where to.");
const plan = z.string().min(1).describe("The plan's root file or folder, relative to this file.");

const planEntry: z.ZodType<PlanSpec> = z.strictObject({
  name: z.string().min(1).describe("What to call it on the command line."),
  plan,
  outputs: outputs.optional(),
});

/** What `dd0c-track.yaml` is held to. */
export const configFile: z.ZodType<ConfigSpec> = z.strictObject({
  plan: plan.optional(),
  outputs: outputs.optional(),
  plans: z
    .array(planEntry)
    .min(1)
    .optional()
    .describe("Several plans, in place of `plan` and `outputs`."),
  rules: rulesSection.optional(),
  baseline: z
    .string()
    .min(1)
    .optional()
    .describe(
      "The file of findings that are forgiven for now; `dd0c-track.baseline.json` unless told.",
    ),
  accepted: z
    .string()
    .min(1)
    .optional()
    .describe(
      "The file of changes that were looked at and let through; `accepted-changes.yaml` beside the plan unless told.",
    ),
  lint: lintSection.optional(),
});
