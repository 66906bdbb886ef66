import type { Diagnostic, Source } from "@dd0c/track-codegen";
import type { Analysis } from "../code/analysis.js";
import { ignoreRules } from "../ignores/pages.js";
import type { RulePage } from "../rule-page.js";
import { isEverOn, type RuleSettings, severityAt } from "../settings/rule-settings.js";
import type { CodeRule, CodeSettings } from "./code-rule.js";
import { heedIgnores } from "./heed-ignores.js";
import { codeRules } from "./index.js";
import type { PlanIndex } from "./plan-index.js";
import { SiteIndex } from "./site-index.js";

/** What a lint of code is told beside the code and the plan. */
export interface CodeLintOptions extends CodeSettings {
  readonly rules: RuleSettings;
  /** Texts of the files with findings and comments, by the path that spans name. */
  readonly sources: (file: string) => Source | null;
  /** False where only a part of the code base was read: then nothing is said of what is nowhere. */
  readonly isWhole: boolean;
}

/** Holds code to a plan: every code rule that is on, with the comments that silence single findings. */
export function lintCode(
  analysis: Analysis,
  plan: PlanIndex,
  options: CodeLintOptions,
): readonly Diagnostic<string>[] {
  const wanted = codeRules.filter(
    ({ page, scope }) => isEverOn(page, options.rules) && (options.isWhole || scope === "file"),
  );
  const severityOf = severityAt(options.rules);
  const isOn = (page: RulePage): boolean => isEverOn(page, options.rules);
  const sites = new SiteIndex(analysis, plan);
  const found = wanted.flatMap((rule) => judge(rule, analysis, plan, options, sites, severityOf));
  const heeded = heedIgnores(found, analysis, { ...options, isOn });
  const complaints = ignoreRules.map(({ page }) => [page.name, page] as const);
  const pages = new Map<string, RulePage>(complaints);
  return once(heeded)
    .flatMap((finding) => {
      const page = pages.get(finding.code);
      const severity =
        page === undefined
          ? finding.severity
          : severityOf(page, sites.placeOf(finding), page.severity);
      return severity === null ? [] : [{ ...finding, severity }];
    })
    .sort(byPlace);
}

function judge(
  { page, check }: CodeRule,
  analysis: Analysis,
  plan: PlanIndex,
  options: CodeLintOptions,
  sites: SiteIndex,
  severityOf: ReturnType<typeof severityAt>,
): readonly Diagnostic<string>[] {
  return check(analysis, plan, options).flatMap((finding) => {
    const severity = severityOf(page, sites.placeOf(finding), finding.severity);
    return severity === null ? [] : [{ ...sites.withProof(finding), severity }];
  });
}

/** Each finding once: several calls may pass the same object, and one look at it is enough. */
function once(found: readonly Diagnostic<string>[]): readonly Diagnostic<string>[] {
  const known = new Map<string, Diagnostic<string>>();
  for (const finding of found) {
    const { code, span, message } = finding;
    const key = [code, span.file, span.start, span.end, message].join("\n");
    if (!known.has(key)) known.set(key, finding);
  }
  return [...known.values()];
}

function byPlace(a: Diagnostic<string>, b: Diagnostic<string>): number {
  if (a.span.file !== b.span.file) return a.span.file < b.span.file ? -1 : 1;
  return a.span.start - b.span.start || (a.code < b.code ? -1 : 1);
}
