/** Every limit of the proxy, each with its reason. Sizes in bytes, times in ms. */

/** The largest request body: what PostHog's documentation asks proxies to take for replays. */
export const MAX_BODY: number = 64 * 1024 * 1024;

/** What an exchange may take, upload and answer together; nginx waits as long by default. */
export const TIMEOUT_MS = 60_000;

/** How long browsers keep a script that came without a word about caching: as PostHog says itself. */
export const STATIC_SECONDS = 14_400;

/** How long what is left of a refused upload is read away, so that the client sees the answer. */
export const LINGER_MS = 2_000;
