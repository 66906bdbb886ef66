/**
 * What a full queue gives up, counted either way: `drop_newest` refuses what comes (`queue_full`),
 * `drop_oldest` makes room by what has waited longest (`displaced`), but for what is under way.
 */
export type Overflow = "drop_newest" | "drop_oldest";

/** What a host may choose about delivery; each has its default in `limits.ts`. */
export interface DeliveryOptions {
  /** Events that start a batch at once; while a request is under way, `max_batch_events` do. */
  readonly flush_at?: number | undefined;
  /** How long an event waits for company, in ms; at most 50 after as long a time without any. */
  readonly flush_interval?: number | undefined;
  readonly max_queue_events?: number | undefined;
  readonly max_queue_bytes?: number | undefined;
  /** Which events go when the queue is full; those that come (`drop_newest`) unless given. */
  readonly overflow?: Overflow | undefined;
  readonly max_batch_events?: number | undefined;
  readonly max_batch_bytes?: number | undefined;
  /** How often a request that failed is made again before its events are given up; without end unless given. */
  readonly max_retries?: number | undefined;
}
