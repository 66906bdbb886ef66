export { createSource, type Source } from "@dd0c/track-codegen";
export { type Adopted, type AdoptOptions, adoptPlan } from "./adopt/adopt-plan.js";
export {
  applyBaseline,
  type BaselineResult,
  type BaselineScope,
  baselineOf,
  prunedBaseline,
} from "./baseline/apply-baseline.js";
export {
  type Baseline,
  type BaselineEntry,
  parseBaseline,
  printBaseline,
} from "./baseline/baseline.js";
export { breakingRules } from "./breaking-rules/index.js";
export { applyFixes } from "./code-rules/apply-fixes.js";
export type { CodeRule } from "./code-rules/code-rule.js";
export { codeRules } from "./code-rules/index.js";
export { type CodeLintOptions, lintCode } from "./code-rules/lint-code.js";
export { indexPlans, type PlanIndex } from "./code-rules/plan-index.js";
export type { AcceptedChange } from "./diff/accepted-change.js";
export { type Applied, applyAccepted } from "./diff/apply-accepted.js";
export type { BreakingRule } from "./diff/breaking-rule.js";
export type { Bump, Change } from "./diff/change.js";
export { diffPlans } from "./diff/diff-plans.js";
export { type DiffSettings, usualGrace } from "./diff/settings.js";
export { bumpFor, nextVersion, versionChange } from "./diff/version-change.js";
export type { FittedDraft, LeftOut } from "./draft/fit-draft.js";
export { detectFormat } from "./import/detect-format.js";
export type { ImportFile } from "./import/import-file.js";
export { type ImportFormat, importFormats } from "./import/import-format.js";
export { importPlan } from "./import/import-plan.js";
export {
  findConfig,
  type LintPart,
  type NoPlans,
  type OpenedPlans,
  openPlans,
} from "./open-plans/open-plans.js";
export { checkPlan } from "./plan-rules/check-plan.js";
export type { PlanLintOptions } from "./plan-rules/lint-plan.js";
export type { Rule } from "./rule.js";
export type { Audience, Preset, RulePage } from "./rule-page.js";
export { rulebook } from "./rulebook.js";
export {
  defaultSettings,
  type Level,
  type RuleOverride,
  type RulePlace,
  type RuleSettings,
  severityAt,
} from "./settings/rule-settings.js";
