import { type Compilation, compilePlan, memoryFiles, type ResolvedPlan } from "@dd0c/track-codegen";
import { type PlanView, viewPlan } from "../plan/plan-view.js";
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
  const { plan, sources } = compiled(text, options.files ?? {});
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

/** A plan that is given as text, as rules look at it. */
export function viewText(text: string, today: string = testDay): PlanView {
  const { plan, sources } = compiled(text, {});
  return viewPlan(plan, sources, today);
}

function compiled(
  text: string,
  files: Readonly<Record<string, string>>,
): { readonly plan: ResolvedPlan; readonly sources: Compilation["sources"] } {
  const root = /^plan:/m.test(text) ? text : `plan: shop\n${text}`;
  const { plan, sources, diagnostics } = compilePlan(
    "plan.yaml",
    memoryFiles({ "plan.yaml": root, ...files }),
  );
  if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { plan, sources };
}
