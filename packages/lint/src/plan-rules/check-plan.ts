import type { Diagnostic, ResolvedPlan } from "@dd0c/track-codegen";
import { heedPlanIgnores } from "../ignores/heed-ignores.js";
import { ownSources } from "../plan/own-sources.js";
import { rulebook } from "../rulebook.js";
import { isEverOn, severityAt } from "../settings/rule-settings.js";
import { lintPlan, type PlanLintOptions } from "./lint-plan.js";

/** Holds a plan to the rules that are on, and heeds the comments in its files that silence some. */
export function checkPlan(
  plan: ResolvedPlan,
  options: PlanLintOptions,
): readonly Diagnostic<string>[] {
  const { sources, settings, today } = options;
  const found = new Set(lintPlan(plan, options));
  const heeded = heedPlanIgnores([...found], {
    sources: ownSources(plan, sources),
    today,
    rules: rulebook,
    isOn: (page) => page.family === "plan" && isEverOn(page, settings),
  });
  const severityOf = severityAt(settings);
  return heeded.flatMap((one) => {
    const page = rulebook.get(one.code);
    if (found.has(one) || page === undefined) return [one];
    const severity = severityOf(page, { file: one.span.file, event: null, products: [] });
    return severity === null ? [] : [{ ...one, severity }];
  });
}
