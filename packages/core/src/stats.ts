/** Why an event was not sent. Each reason is counted apart; none is silent. */
export type DropReason =
  | "sampled"
  | "limited"
  | "opted_out"
  | "disabled"
  | "closed"
  | "missing_context"
  | "unserialisable"
  | "queue_full"
  | "displaced"
  | "too_large"
  | "rejected"
  | "over_quota"
  | "failed";

/** A tracker's counters since it started, in events unless said otherwise. */
export interface Stats {
  /** Taken for delivery. */
  readonly accepted: number;
  /** Taken by PostHog. */
  readonly sent: number;
  /** Sent again after a failure: one event may count several times. */
  readonly retried: number;
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  /** PII values (not events) removed because they could not or must not travel. */
  readonly pii_dropped: number;
  /** Only on servers: properties (not events) left out because the plan does not have them. */
  readonly unplanned_properties?: number;
  /** Only with a guard: e-mail addresses and other shapes (not events) that the guard has masked. */
  readonly masked?: number;
  /** Waiting, or waiting for another attempt, in memory or in a spool. */
  readonly queued: number;
  /** In requests that are under way. */
  readonly in_flight: number;
  /** Bytes of JSON in memory that wait or are under way. */
  readonly bytes: number;
  /** Only with a spool: taken over from processes that ended. These were not accepted here. */
  readonly recovered?: number;
  /** Only with a spool: accepted, but not on disk, for it was full or failed. */
  readonly unspooled?: number;
  /** Only with a spool: stretches of bytes on disk, torn or corrupted, that were skipped. */
  readonly damaged?: number;
  /** Only with a spool: bytes of events on disk. */
  readonly spool_bytes?: number;
}
