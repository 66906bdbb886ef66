/** Every limit of the stored queue, each with its reason. */

/** What all pages of a site may keep together, in UTF-16 units: a fifth of what browsers give a site. */
export const STORE_UNITS = 1_000_000;

/** UTF-16 units in one entry: about a request, so that what was sent is taken out with few writes. */
export const SEGMENT_UNITS = 50_000;

/** Events in one entry, for the same reason. */
export const SEGMENT_EVENTS = 100;

/** How long a busy page may put off a write, in ms. What a crash takes is at most as old. */
export const WRITE_MS = 100;

/** How long a lease lasts, in ms: a page in the background renews it once a minute at most. */
export const LEASE_MS = 180_000;

/** How often a lease is renewed, in ms. */
export const RENEW_MS = 50_000;

/** How long another page's claim of the same lease may take to be seen, in ms. */
export const CLAIM_MS = 50;
