import { type Diagnostic, finding, type ResolvedPlan, type Source } from "@dd0c/track-codegen";
import { viewPlan } from "../plan/plan-view.js";
import { spanOfOrigin } from "../plan/span-of-origin.js";
import { isEverOn, type RuleSettings, severityAt } from "../settings/rule-settings.js";
import { planRules } from "./index.js";
import type { PlanFinding, PlanRule } from "./plan-rule.js";

/** What plan rules look at besides the plan. */
export interface PlanLintOptions {
  /** The texts that the plan was compiled from. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly settings: RuleSettings;
  /** YYYY-MM-DD; lint reads no clock. */
  readonly today: string;
  /** Those to run; all unless told. */
  readonly rules?: readonly PlanRule[];
}

/** Everything that the plan rules find, by file and place; comments and baselines are not yet heeded. */
export function lintPlan(
  plan: ResolvedPlan,
  { sources, settings, today, rules = planRules }: PlanLintOptions,
): readonly Diagnostic<string>[] {
  const view = viewPlan(plan, sources, today);
  const severityOf = severityAt(settings);
  const found: Diagnostic<string>[] = [];
  for (const { page, check } of rules) {
    if (!isEverOn(page, settings)) continue;
    const told = new Map<string, string>();
    for (const one of check(view)) {
      if (isToldOfTemplate(one, told)) continue;
      const { event, origin } = one.subject;
      const place = {
        file: origin.file,
        event: event?.name ?? null,
        products: event?.products ?? [],
      };
      const severity = severityOf(page, place, one.severity);
      if (severity !== null) found.push({ ...diagnosticOf(one, page.name, sources), severity });
    }
  }
  return found.sort(byPlace);
}

/** Whether another event of the same template had its findings already: they stand on one line. */
function isToldOfTemplate(
  { subject: { path, event } }: PlanFinding,
  told: Map<string, string>,
): boolean {
  if (event === null || path.startsWith(`events/${event.name}`)) return false;
  const first = told.get(path) ?? event.name;
  told.set(path, first);
  return first !== event.name;
}

function diagnosticOf(
  { subject, message, help, related = [] }: PlanFinding,
  code: string,
  sources: ReadonlyMap<string, Source>,
): Diagnostic<string> {
  return finding(code, spanOfOrigin(subject.origin, sources), message, {
    help,
    subject: subject.path,
    related: related.map((other) => ({
      message: other.message,
      span: spanOfOrigin(other.origin, sources),
    })),
  });
}

function byPlace(a: Diagnostic<string>, b: Diagnostic<string>): number {
  if (a.span.file !== b.span.file) return a.span.file < b.span.file ? -1 : 1;
  if (a.span.start !== b.span.start) return a.span.start - b.span.start;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
