import { type Diagnostic, joinPath, type Located } from "@dd0c/track-codegen";
import { defaultSettings, type RuleSettings } from "@dd0c/track-lint";
import type { ConfigSpec } from "./config-file.js";
import type { LintSpec } from "./lint/lint-section.js";
import { readRules } from "./rules/read-rules.js";

/** What a config says beside its plans and outputs. */
export interface ConfigSettings {
  /** `lint:`, empty where it says nothing. */
  readonly lint: LintSpec;
  /** `rules:`, or what holds without. */
  readonly rules: RuleSettings;
  /** The baseline's path from the config's folder, whether or not there is one. */
  readonly baseline: string;
  /** The path of the accepted changes from the config's folder; null: beside the plan. */
  readonly accepted: string | null;
  /** Findings about the config that keep nothing from working. */
  readonly notes: readonly Diagnostic<string>[];
}

/** What holds without a config. */
export const noSettings: ConfigSettings = {
  lint: {},
  rules: defaultSettings,
  baseline: "dd0c-track.baseline.json",
  accepted: null,
  notes: [],
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
  const { settings, notes } = readRules(spec.rules, located);
  return {
    lint: spec.lint ?? {},
    rules: settings,
    baseline,
    accepted: accepted === "" ? null : accepted,
    notes,
  };
}
