import { joinPath, type Located } from "@dd0c/track-codegen";
import type { ConfigSpec } from "./config-file.js";
import type { LintSpec } from "./lint/lint-section.js";
import type { RulesAsWritten } from "./rules/rules-of.js";

/** What a config says beside its plans and outputs. */
export interface ConfigSettings {
  /** `lint:`, empty where it says nothing. */
  readonly lint: LintSpec;
  /** `rules:` as it is written, for `rulesOf`; null where it says nothing. */
  readonly rules: RulesAsWritten | null;
  /** The baseline's path from the config's folder, whether or not there is one. */
  readonly baseline: string;
  /** The path of the accepted changes from the config's folder; null: beside the plan. */
  readonly accepted: string | null;
}

/** What holds without a config. */
export const noSettings: ConfigSettings = {
  lint: {},
  rules: null,
  baseline: "dd0c-track.baseline.json",
  accepted: null,
};

/** The settings of a config that fits its schema, or the key whose path leaves its folder. */
export function readSettings(
  spec: ConfigSpec,
  located: Located,
): ConfigSettings | "baseline" | "accepted" {
  const baseline = joinPath("", spec.baseline ?? noSettings.baseline);
  if (baseline === null) return "baseline";
  const accepted = spec.accepted === undefined ? "" : joinPath("", spec.accepted);
  if (accepted === null) return "accepted";
  return {
    lint: spec.lint ?? {},
    rules: spec.rules === undefined ? null : { spec: spec.rules, located },
    baseline,
    accepted: accepted === "" ? null : accepted,
  };
}
