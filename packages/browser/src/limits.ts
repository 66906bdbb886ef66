/** Every limit of the stand-alone browser transport, each with its reason. */

/**
 * All requests with `keepalive` under way share 64 KiB (Fetch, "HTTP-network-or-cache fetch");
 * posthog-js draws its line at 52 KB too. UTF-16 units, for most events are ASCII.
 */
export const KEEPALIVE_BYTES = 52_000;

/** Beacons share 64 KiB as well; what is larger goes in several. */
export const BEACON_BYTES = 60_000;

/** A request without an answer after this many ms is tried again. */
export const TIMEOUT_MS = 10_000;
