/** Every limit of the stand-alone browser transport, each with its reason. */

/** How long an event waits for company, in ms: posthog-js waits as long. */
export const WAIT_MS = 3_000;

/** Events in one request; the byte limit is usually nearer. */
export const BATCH_EVENTS = 100;

/**
 * Bytes in one request. All keepalive requests and all beacons of a page share 64 KiB each (Fetch,
 * section 4.6), so that one request of this size always passes.
 */
export const REQUEST_BYTES = 50_000;

/** A body up to this length may outlive its page; posthog-js draws its line here too. */
export const KEEPALIVE_BYTES = 52_000;

/** What may wait, in UTF-16 units: some ten thousand events. */
export const QUEUE_BYTES = 5_000_000;

/** A request without an answer after this many ms is tried again. */
export const TIMEOUT_MS = 10_000;

/** A longer Retry-After is taken for a mistake, as on servers; in seconds. */
export const RETRY_AFTER_MAX_S = 300;
