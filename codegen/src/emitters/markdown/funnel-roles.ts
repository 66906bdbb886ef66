import type { ResolvedPlan } from "../../plan/resolved-plan.js";

/** What an event does in a funnel of one product, or of the whole plan (`product` is null). */
export interface FunnelRole {
  readonly funnel: string;
  readonly product: string | null;
  readonly stages: readonly string[];
}

/** By event name: the funnels it counts in, each once however many products share it alike. */
export function funnelRoles({ funnels }: ResolvedPlan): ReadonlyMap<string, readonly FunnelRole[]> {
  const roles = new Map<string, FunnelRole[]>();
  for (const { name: funnel, product, stages } of funnels) {
    for (const event of new Set(stages.flatMap(({ events }) => events))) {
      const reached = stages.filter(({ events }) => events.includes(event)).map(({ name }) => name);
      const known = roles.get(event) ?? [];
      roles.set(event, known);
      known.push({ funnel, product, stages: reached });
    }
  }
  return roles;
}
