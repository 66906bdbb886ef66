import type { Funnel, ResolvedPlan } from "../../plan/resolved-plan.js";

/** The funnel that a plan is about: the one whose stages are most of the plan's own; null without any. */
export function mainFunnel({ funnels, stages }: ResolvedPlan): Funnel | null {
  const names = new Set(stages.map(({ name }) => name));
  const score = (funnel: Funnel) => funnel.stages.filter(({ name }) => names.has(name)).length;
  return funnels.reduce<Funnel | null>(
    (best, funnel) => (best === null || score(funnel) > score(best) ? funnel : best),
    null,
  );
}
