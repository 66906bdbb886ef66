import type { SinkHost } from "@dd0c/track-core";

/** Whom a store serves: one page's delivery. */
export interface PageStoreHost extends SinkHost {
  /** Each PostHog project has a queue of its own. */
  readonly project: string;
  /** What waits or is under way, each event as its JSON. The store may add and remove, and then calls `changed`. */
  readonly parcels: string[];
  changed(): void;
}

/**
 * Brings what is stored into line with what waits, when the page is idle; given a boolean at once, and
 * with `true` the page lets go: what is stored leaves its memory, for whoever opens the store next.
 */
export type PageStore = (isGone?: boolean) => void;

/** Opens a store that outlives the page; `localStore()` makes one. Neither throws. */
export type OpenPageStore = (host: PageStoreHost) => PageStore;
