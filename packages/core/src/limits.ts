/** Every limit of the runtimes, each with its reason. Sizes in bytes of JSON, times in ms. */

/** Events that start a batch at once if none is under way. PostHog's clients use 20; 100 needs a fifth of the requests. */
export const FLUSH_AT = 100;

/** How long an event waits for company: a person at a dashboard sees no difference. */
export const FLUSH_INTERVAL_MS = 3_000;

/** The same after a quiet time: what a new process, or one with little to say, tracks is out before it ends. */
export const FIRST_INTERVAL_MS = 50;

/** Events in one request: twice as many save a tenth of the CPU, but a retry costs twice, and a burst uses fewer connections. */
export const BATCH_EVENTS = 500;

/** Bytes in one request: a twentieth of PostHog's 20 MB, so that proxies with 1 MB bodies pass it. */
export const BATCH_BYTES = 1_000_000;

/** Requests under way at once: 4 × 500 events carry 10,000 events/s over a 200 ms round trip. */
export const REQUESTS = 4;

/** Events that may wait: the second bound beside bytes, for very small events. */
export const QUEUE_EVENTS = 250_000;

/** Bytes that may wait: 64 MB hold a burst of 100,000 events and fit a small container. */
export const QUEUE_BYTES = 64_000_000;

/** PostHog refuses an event above 1 MB; we count it as `too_large` rather than send it in vain. */
export const EVENT_BYTES = 1_000_000;

/** A request without an answer after this is tried again; PostHog's own clients wait as long. */
export const REQUEST_TIMEOUT_MS = 10_000;

/** Answers whose status is known and whose words may still drip in: a connection each. */
export const DRIPPING = 32;

/** The first wait after a failure; it doubles, with full jitter. */
export const BACK_OFF_MS = 300;

/** The shortest wait: PostHog's contract for SDKs asks for at least 100 ms. */
export const BACK_OFF_MIN_MS = 100;

/** The longest wait while an outage is young: what waits is delivered within 2 s of its end. */
export const BACK_OFF_YOUNG_MS = 1_500;

/** The longest wait in an old outage: a dead host is asked twice a minute. */
export const BACK_OFF_MAX_MS = 30_000;

/** An outage is asked after at most each fifteenth part of its length so far: what it is divided by. */
export const BACK_OFF_PART = 15;

/** A longer Retry-After is taken for a mistake (Segment's client draws the same line). */
export const RETRY_AFTER_MAX_MS = 300_000;

/** A batch that failed so often while others passed is given up: it would block them for ever. */
export const BATCH_ATTEMPTS = 12;

/** What `flush` and `shutdown` wait at most, unless told otherwise. */
export const FLUSH_TIMEOUT_MS = 5_000;

/** How often the same kind of error is reported. */
export const REPORT_EVERY_MS = 60_000;

/** People or tenants whose rate is counted at once for one event's limit. */
export const LIMIT_KEYS = 10_000;

/** Values whose hash is remembered: a hit costs 0.03 µs, a miss 2.5 µs; 4,096 are about 1 MB. */
export const HASH_CACHE = 4_096;

/** The shortest secret: as many bits as HMAC-SHA-256 has (RFC 2104, section 3). */
export const HASH_SECRET_BYTES = 32;

/** Bodies shorter than this gain nothing from gzip. */
export const GZIP_BYTES = 1_024;

/** What the end of the process may wait for delivery when the host did not ask for it. */
export const EXIT_MS = 1_000;

/** Contexts that a server remembers: about 1 KB each, so 4 MB for as many tenants at once. */
export const BINDINGS = 4_096;

/** The longest that timers can wait, some 25 days; what is longer would ring at once. */
export const TIMER_MAX_MS = 2_147_483_647;
