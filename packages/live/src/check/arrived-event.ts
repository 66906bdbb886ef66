/** One event as it came off the wire, whatever protocol brought it. */
export interface ArrivedEvent {
  readonly event: string;
  readonly distinctId: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** As sent; null where the sender left it to PostHog. */
  readonly timestamp: string | null;
  readonly uuid: string | null;
  /** `$set` and `$set_once` beside the properties, where the sender put them there. */
  readonly set: Readonly<Record<string, unknown>> | null;
}
