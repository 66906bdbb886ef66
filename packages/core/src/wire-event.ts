/** An event that is ready to leave: enriched, PII protected, spelt as PostHog reads it. */
export interface WireEvent {
  readonly event: string;
  /** Undefined where the sink names the person itself (posthog-js). */
  readonly distinct_id: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
  /** RFC 3339, UTC, milliseconds. */
  readonly timestamp: string;
  readonly uuid: string;
}
