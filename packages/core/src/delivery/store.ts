import type { Parcel } from "./queue";

/** What a store holds, and counters since it was opened. Events unless said otherwise. */
export interface StoreStats {
  /** Bytes of events in the store, settled ones included until their segment goes. */
  readonly bytes: number;
  /** In the store, and in memory too. */
  readonly held: number;
  /** In the store alone. Those of ended processes count from when they are read. */
  readonly parked: number;
  /** Taken over from processes that ended. */
  readonly recovered: number;
  /** Kept out by the size cap. */
  readonly shed: number;
  /** Not taken by a disk that failed. */
  readonly failed: number;
  /** Kept in the store alone, and then not to be read. */
  readonly lost: number;
  /** Stretches of bytes, torn or corrupted, that were skipped. */
  readonly damaged: number;
}

/** Where delivery keeps what it accepted and has not settled, so that it outlives the process. No member throws or rejects. */
export interface Store {
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
  /** Flushes, and leaves what is not settled to whoever opens the store next. */
  close(): void;
  stats(): StoreStats;
}

/** Whom a store tells. */
export interface StoreListener {
  /** The disk fails, or the store is full; once for each time that it begins. */
  report(about: string): void;
  /** There is something to fetch. */
  wake(): void;
}

/** Opens a store. */
export type OpenStore = (listener: StoreListener) => Store;

/** Opens a store for the events of one PostHog project, by its `api_key`. */
export type OpenSpool = (api_key: string) => OpenStore;
