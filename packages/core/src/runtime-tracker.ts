import type { Stats } from "./stats";

/** What became of the events that were waiting when `flush` or `shutdown` was called. */
export interface DeliveryReport {
  /** Events that PostHog has taken since the call. */
  readonly sent: number;
  /** Events given up since the call, for whatever reason; `stats().dropped` says which. */
  readonly dropped: number;
  /**
   * Events that still wait. After `shutdown` a spool keeps them for the next process; what it does
   * not keep is given up and counted as `dropped.closed`.
   */
  readonly pending: number;
}

/** What every tracker can do, whatever its plan. Nothing here ever throws or rejects. */
export interface RuntimeTracker {
  /** Sends what waits. Resolves when nothing waits any more, or after `timeout` ms (5,000). */
  flush(options?: { readonly timeout?: number }): Promise<DeliveryReport>;
  /** Flushes, then takes nothing more: later calls are counted as `dropped.closed`. */
  shutdown(options?: { readonly timeout?: number }): Promise<DeliveryReport>;
  /** Counters since the start. */
  stats(): Stats;
  /** Takes events again after `optOut`. */
  optIn(): void;
  /** Takes no events from now on: they are counted as `dropped.opted_out`. */
  optOut(): void;
}

/**
 * How a generated file starts its tracker. `Events` (event name → properties) is never there at
 * run time: `recordTracker` reads it from this type.
 */
export interface CreateTracker<Options, Tracker, Events> {
  (options: Options): Tracker;
  readonly events?: Events;
}
