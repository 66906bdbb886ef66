import type { Event, Funnel, FunnelStage, ResolvedPlan } from "@dd0c/track-codegen";
import type { Subject } from "../plan/plan-view.js";

/** A stage of a funnel, with the events that reach it in the funnel's product. */
export interface ReachedStage {
  readonly subject: Subject;
  readonly funnel: Funnel;
  readonly stage: FunnelStage;
  readonly events: readonly Event[];
}

/**
 * Every stage of every funnel as it is written: a funnel for every product is looked at once, with
 * all products' events.
 */
export function reachedBy(plan: ResolvedPlan): readonly ReachedStage[] {
  const stages = new Map<string, ReachedStage>();
  const byName = new Map<string, Event[]>();
  for (const event of plan.events) {
    const known = byName.get(event.name);
    if (known === undefined) byName.set(event.name, [event]);
    else known.push(event);
  }
  for (const funnel of plan.funnels) {
    for (const stage of funnel.stages) {
      const path = `funnels/${funnel.name}/stages/${stage.name}`;
      const events = stage.events
        .flatMap((name) => byName.get(name) ?? [])
        .filter(({ products }) => funnel.product === null || products.includes(funnel.product));
      const known = stages.get(path)?.events ?? [];
      const subject = { path, origin: stage.origin, event: null };
      stages.set(path, { subject, funnel, stage, events: [...new Set([...known, ...events])] });
    }
  }
  return [...stages.values()];
}
