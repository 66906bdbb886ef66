import type { DropReason, Stats } from "./stats";

/** The live counters behind `stats()`; sinks and the tracker share one. */
export interface Counters {
  accepted: number;
  sent: number;
  retried: number;
  pii_dropped: number;
  /** Only where properties are held to the plan. */
  unplanned_properties?: number;
  /** Only where a guard looks. */
  masked?: number;
  /** Only with a store in a browser. */
  recovered?: number;
  damaged?: number;
  readonly dropped: Partial<Record<DropReason, number>>;
}

/** Counters at zero. */
export function createCounters(): Counters {
  return { accepted: 0, sent: 0, retried: 0, pii_dropped: 0, dropped: {} };
}

/** Counts `events` as lost for this reason. */
export function countDropped(counters: Counters, reason: DropReason, events = 1): void {
  counters.dropped[reason] = (counters.dropped[reason] ?? 0) + events;
}

/** Every dropped event, whatever the reason. */
export function totalDropped({ dropped }: Pick<Stats, "dropped">): number {
  return Object.values(dropped).reduce((sum, events) => sum + events, 0);
}

/** What a sink holds at this moment. */
export type Gauges = Pick<Stats, "queued" | "in_flight" | "bytes"> & SpoolGauges;

/** What a sink with a spool holds besides. */
type SpoolGauges = Pick<Stats, "recovered" | "unspooled" | "damaged" | "spool_bytes">;
