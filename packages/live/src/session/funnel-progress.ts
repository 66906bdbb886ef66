import type { Funnel, FunnelStage, ResolvedPlan } from "@dd0c/track-codegen";
import { conditionsHold } from "../check/conditions.js";

/** A funnel and how far the session's tenants (or persons) have come. */
export interface FunnelState {
  readonly name: string;
  readonly product: string | null;
  readonly by: string;
  readonly stages: readonly {
    readonly name: string;
    readonly optional: boolean;
    /** Events that one tenant needs for it. */
    readonly atLeast: number;
    /** How many came this far, through all stages before it that are not optional. */
    readonly reached: number;
    /** Events that count for the stage, whether or not those before it were reached. */
    readonly events: number;
  }[];
}

/** One event, as funnels look at it. */
export interface FunnelEvent {
  readonly name: string;
  readonly product: string | null;
  readonly distinctId: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** When it happened, in ms: batches overtake one another, so arrival says nothing of order. */
  readonly time: number;
}

/** Fills the plan's funnels with a session's events. */
export interface FunnelProgress {
  saw(event: FunnelEvent): void;
  states(): readonly FunnelState[];
}

/** Tenants of one funnel that are followed; those that come later are not. */
const mostUnits = 5_000;

/** Times of one stage that are kept for one tenant: enough for `at_least`, and for an order that changes. */
const mostTimes = 16;

interface Filling {
  readonly funnel: Funnel;
  /** Unit → stage → times, sorted. */
  readonly units: Map<string, number[][]>;
  readonly reached: Map<string, readonly boolean[]>;
  readonly counts: number[];
  readonly events: number[];
}

/** Starts empty funnels. */
export function createFunnelProgress(plan: ResolvedPlan): FunnelProgress {
  const fillings: readonly Filling[] = plan.funnels.map((funnel) => ({
    funnel,
    units: new Map(),
    reached: new Map(),
    counts: funnel.stages.map(() => 0),
    events: funnel.stages.map(() => 0),
  }));
  const byEvent = new Map<string, { filling: Filling; stage: FunnelStage; at: number }[]>();
  for (const filling of fillings)
    filling.funnel.stages.forEach((stage, at) => {
      for (const name of stage.events) {
        const known = byEvent.get(name) ?? [];
        known.push({ filling, stage, at });
        byEvent.set(name, known);
      }
    });

  return {
    saw(event) {
      for (const { filling, stage, at } of byEvent.get(event.name) ?? []) {
        const { product, by } = filling.funnel;
        if (product !== null && event.product !== null && product !== event.product) continue;
        if (!conditionsHold(stage.where, event.properties)) continue;
        const unit = by === "distinct_id" ? event.distinctId : event.properties[by];
        if (typeof unit !== "string" && typeof unit !== "number") continue;
        filling.events[at] = (filling.events[at] ?? 0) + 1;
        count(filling, String(unit), at, event.time);
      }
    },
    states: () =>
      fillings.map(({ funnel, counts, events }) => ({
        name: funnel.name,
        product: funnel.product,
        by: funnel.by,
        stages: funnel.stages.map(({ name, optional, atLeast }, at) => ({
          name,
          optional,
          atLeast,
          reached: counts[at] ?? 0,
          events: events[at] ?? 0,
        })),
      })),
  };
}

function count(filling: Filling, unit: string, at: number, time: number): void {
  const { units, reached, counts, funnel } = filling;
  let times = units.get(unit);
  if (times === undefined) {
    if (units.size >= mostUnits) return;
    times = funnel.stages.map(() => []);
    units.set(unit, times);
  }
  const own = times[at];
  if (own === undefined) return;
  // The first times decide; of the later ones the last is kept for stages that must come after others.
  if (own.length >= mostTimes) own.pop();
  own.push(time);
  own.sort((a, b) => a - b);
  const now = stagesReached(funnel, times);
  const before = reached.get(unit);
  now.forEach((isReached, stage) => {
    const was = before?.[stage] ?? false;
    if (isReached !== was) counts[stage] = (counts[stage] ?? 0) + (isReached ? 1 : -1);
  });
  reached.set(unit, now);
}

/** Which stages a unit has reached: each after the one before, within the window of the first. */
function stagesReached({ stages, window }: Funnel, times: readonly number[][]): readonly boolean[] {
  let since = Number.NEGATIVE_INFINITY;
  let until = Number.POSITIVE_INFINITY;
  let isOpen = true;
  return stages.map(({ atLeast, optional }, at) => {
    const fitting = (times[at] ?? []).filter((time) => time >= since && time <= until);
    const decisive = fitting[atLeast - 1];
    const isReached = isOpen && decisive !== undefined;
    if (!optional) isOpen = isReached;
    if (isReached && !optional) {
      if (until === Number.POSITIVE_INFINITY) until = decisive + window.seconds * 1000;
      since = decisive;
    }
    return isReached;
  });
}
