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
  | "too_large"
  | "rejected"
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
  readonly queued: number;
  /** In requests that are under way. */
  readonly in_flight: number;
  /** Bytes of JSON that wait or are under way. */
  readonly bytes: number;
}
