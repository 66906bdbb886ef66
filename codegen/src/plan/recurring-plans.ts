import type { ResolvedPlan } from "./resolved-plan.js";

/** By identity, so that a plan which nobody holds any more is forgotten. */
const recurring = new WeakSet<ResolvedPlan>();

/** Notes that a plan was compiled with a cache: it will come again with few of its events changed. */
export function noteRecurring(plan: ResolvedPlan): void {
  recurring.add(plan);
}

/** Whether remembering what was made of a plan's events can pay; a single run would only hold it in memory. */
export function isRecurring(plan: ResolvedPlan): boolean {
  return recurring.has(plan);
}
