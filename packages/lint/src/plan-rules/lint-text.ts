import { compilePlan, memoryFiles } from "@dd0c/track-codegen";
import type { RuleSettings } from "../settings/rule-settings.js";
import { lintPlan } from "./lint-plan.js";
import type { PlanRule } from "./plan-rule.js";

/** The day on which tests run. */
export const testDay = "2026-06-01";

/**
 * What is found in a plan that is given as text, each as `subject rule`, sorted; `plan: shop` stands
 * in front unless the text says its own. Throws where the compiler refuses the plan.
 */
export function lintText(
  text: string,
  options: {
    readonly rules?: readonly PlanRule[];
    readonly extends?: RuleSettings["extends"];
    readonly levels?: RuleSettings["levels"];
    readonly today?: string;
    readonly files?: Readonly<Record<string, string>>;
  } = {},
): readonly string[] {
  const root = /^plan:/m.test(text) ? text : `plan: shop\n${text}`;
  const compiled = compilePlan("plan.yaml", memoryFiles({ "plan.yaml": root, ...options.files }));
  const { plan, sources, diagnostics } = compiled;
  if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const settings: RuleSettings = {
    extends: options.extends ?? "strict",
    levels: options.levels ?? new Map(),
    overrides: [],
  };
  const today = options.today ?? testDay;
  const rules = options.rules === undefined ? {} : { rules: options.rules };
  return lintPlan(plan, { sources, settings, today, ...rules })
    .map(({ subject, code }) => `${subject} ${code}`)
    .sort();
}

/** What one rule finds in a plan that is given as text: the subjects, sorted. */
export function subjectsOf(
  rule: PlanRule,
  text: string,
  more: { readonly today?: string; readonly files?: Readonly<Record<string, string>> } = {},
): readonly string[] {
  const levels = new Map([[rule.page.name, "error" as const]]);
  return lintText(text, { ...more, rules: [rule], levels }).map((found) =>
    found.slice(0, found.lastIndexOf(" ")),
  );
}
