/** What any call may say about itself, spelt as it arrives on the wire. */
export interface CallOptions {
  /** The person; without it the bound one, then the runtime's own (browser) or the tenant's. */
  readonly distinct_id?: string;
  /** When it happened, if not now: a Date or an RFC 3339 string. */
  readonly timestamp?: Date | string;
  /** The event's identity: PostHog keeps one event a uuid. Without it a new uuid v7. */
  readonly uuid?: string;
}

/** What `identify` may say besides the person and the traits. */
export interface IdentifyOptions {
  /** The anonymous id that this person had before; PostHog merges the two. */
  readonly anon_distinct_id?: string;
  readonly timestamp?: Date | string;
  readonly uuid?: string;
}
