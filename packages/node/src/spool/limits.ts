/** Every limit of the spool, each with its reason. Sizes in bytes, times in ms. */

/** What a folder may hold for one process: an outage of an hour at 100 events/s. */
export const SPOOL_BYTES = 256_000_000;

/** A segment that is as large is closed; the largest piece that is read at once. */
export const SEGMENT_BYTES = 4_000_000;

/** What waits for the end of the turn at most; a kill in the middle of a turn loses no more. */
export const WRITE_BYTES = 64_000;

/** The longest record: PostHog's largest event and its uuid, with room to spare. */
export const RECORD_BYTES = 2_000_000;

/** How often a process says that it lives and looks for the folders of those that do not. */
export const BEAT_MS = 15_000;

/** Where no process table can be asked, an owner that was silent for four beats is dead. */
export const SILENCE_MS = 60_000;

/** How long a disk that failed is left alone. */
export const DISK_REST_MS = 10_000;

/** How far `fsync: "interval"` may lag behind. */
export const SYNC_MS = 1_000;
