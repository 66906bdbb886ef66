import { existsSync } from "node:fs";
import { join } from "node:path";
import { BadInput } from "../bad-input.js";
import { configName } from "../config-file.js";
import { schemaName, schemaText } from "../schema-text.js";
import { writeNew } from "../write.js";

/** Where a drafted plan goes, relative to the folder it was asked for. */
export const draftPlan = "schema/plan.yaml";

/** Refuses to begin where a plan or a config stands already: nothing that a person wrote is overwritten. */
export function expectNoPlan(folder: string, command: string): void {
  const taken = [draftPlan, configName].filter((path) => existsSync(join(folder, path)));
  if (taken.length === 0) return;
  throw new BadInput(`There is ${taken.join(" and ")} already.`, {
    help: `Nothing was written. Say where to put the plan: \`dd0c-track ${command} --out <folder>\`, or print it with --stdout.`,
  });
}

/** Writes a drafted plan with its config, and the schema for the editor. */
export function writeDraft(folder: string, plan: string, config: string): readonly string[] {
  const schema = `schema/${schemaName}`;
  const files: Readonly<Record<string, string>> = {
    [draftPlan]: plan,
    [configName]: config,
    ...(existsSync(join(folder, schema)) ? {} : { [schema]: schemaText() }),
  };
  for (const [path, text] of Object.entries(files)) writeNew(join(folder, path), text);
  return Object.keys(files);
}

/** A config for a drafted plan. */
export function draftConfig(more: readonly string[] = []): string {
  return `${[
    "# What to make of the plan, and where to put it. `dd0c-track generate` reads this.",
    `plan: ${draftPlan}`,
    "outputs:",
    "  - emitter: typescript",
    "    to: src/track",
    ...more,
  ].join("\n")}\n`;
}
