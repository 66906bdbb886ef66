/** Every limit of sessions, each with its reason. */

/** A session ends after so long without an event, in ms: PostHog's own clients have 30 minutes. */
export const IDLE_MS: number = 30 * 60_000;

/** And after so long at most, in ms: PostHog leaves out sessions that are longer. */
export const SESSION_MS: number = 24 * 3_600_000;

/** How often the other tabs are told that a session goes on, in ms: a small part of `IDLE_MS`. */
export const SAVE_MS = 60_000;

/** Longest text that a page says about itself, in UTF-16 units; posthog-js draws its line here too. */
export const TEXT_UNITS = 1_000;
