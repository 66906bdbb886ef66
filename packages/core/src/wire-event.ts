/** An event that is ready to leave: enriched, PII protected, spelt as PostHog reads it. */
export interface WireEvent {
  readonly event: string;
  /** Undefined where the sink names the person itself (posthog-js). */
  readonly distinct_id: string | undefined;
  /** The event's own properties; none has a name of the context's. */
  readonly properties: Readonly<Record<string, unknown>>;
  /**
   * What all events of a binding have in common: context fields, `$groups`, `$lib`. One object for
   * all of them, so that a sink can serialise it once.
   */
  readonly context: Readonly<Record<string, unknown>>;
  /** RFC 3339, UTC, milliseconds. Undefined: now, as the sink takes it. */
  timestamp: string | undefined;
  /** Undefined: a new one, as the sink takes it. */
  uuid: string | undefined;
}

/** The properties as PostHog sees them: the context written last, so that nothing replaces it. */
export function allProperties(event: WireEvent): Record<string, unknown> {
  return { ...event.properties, ...event.context };
}
