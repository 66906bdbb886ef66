import type { Parcel } from "./parcel";
import type { SyncPolicy } from "./syncer";

/** Where and how events are kept on disk until PostHog has them. */
export interface SpoolOptions {
  /** A folder for nothing else, on a local disk; made if it is not there. Processes may share it. */
  readonly folder: string;
  /** What this process may keep in it (256,000,000), taken-over events included. Beyond it: memory. */
  readonly max_bytes?: number | undefined;
  /** `never` unless given: survives `kill -9`, not a loss of power. `SyncPolicy` says more. */
  readonly fsync?: SyncPolicy | undefined;
}

/** What a spool holds, and counters since it was opened. Events unless said otherwise. */
export interface SpoolStats {
  /** Bytes of events on disk, settled ones included until their segment goes. */
  readonly bytes: number;
  /** On disk, and in memory too. */
  readonly held: number;
  /** On disk alone. Those of ended processes count from when they are read. */
  readonly parked: number;
  /** Taken over from processes that ended. */
  readonly recovered: number;
  /** Kept off the disk by the size cap. */
  readonly shed: number;
  /** Not taken by a disk that failed. */
  readonly failed: number;
  /** Kept on disk alone, and then not to be read. */
  readonly lost: number;
  /** Stretches of bytes, torn or corrupted, that were skipped. */
  readonly damaged: number;
}

/** What delivery accepted and has not settled, on disk. No member throws or rejects. */
export interface Spool {
  /**
   * Keeps a parcel; it is written at the end of this turn of the loop. With `alone` memory does not
   * hold it, and `fetch` brings it back. Answers whether it is kept.
   */
  keep(parcel: Parcel, alone: boolean): boolean;
  /** These were sent, or given up for good. */
  settle(parcels: readonly Parcel[]): void;
  /** Some of what was kept alone or left by ended processes. Memory holds it from now on. */
  fetch(): Promise<readonly Parcel[]>;
  /** Whether there is anything to fetch. */
  hasMore(): boolean;
  /** Writes now what waits for the end of the turn. */
  flush(): void;
  /** Flushes, and leaves what is not settled to whoever opens the folder next. */
  close(): void;
  stats(): SpoolStats;
}

/** Whom a spool tells. */
export interface SpoolListener {
  /** The disk fails, or the spool is full; once for each time that it begins. */
  report(about: string): void;
  /** There is something to fetch. */
  wake(): void;
}
