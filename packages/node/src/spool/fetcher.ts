import type { Parcel } from "@dd0c/track-core/server";
import type { Ledger } from "./ledger";
import type { Segment } from "./segment";
import type { Shelf } from "./shelf";

/** Brings parcels back from disk, a segment at a time. */
export interface Fetcher {
  /** The parcels of one segment that no memory held; none when there are none, or when it is `over`. */
  fetch(over: () => boolean): Promise<readonly Parcel[]>;
  hasMore(): boolean;
  /** Parcels on disk alone, as far as is known. */
  parked(): number;
  /** Forgets a segment that cannot be read, or that another process took. */
  lose(segment: Segment): void;
  readonly counts: () => {
    readonly recovered: number;
    readonly lost: number;
    readonly damaged: number;
  };
}

/** A fetcher; what it brings back is in the ledger from then on. */
export function createFetcher(shelf: Shelf, ledger: Ledger): Fetcher {
  let isBusy = false;
  let recovered = 0;
  let lost = 0;
  let damaged = 0;

  function lose(segment: Segment): void {
    segment.gone = true;
    shelf.leave(segment);
    ledger.forget(segment);
  }

  async function bringBack(segment: Segment, over: () => boolean): Promise<readonly Parcel[]> {
    const own = segment.alone;
    const found = await segment.read().catch(() => undefined);
    if (over() || segment.gone) return [];
    if (!found) {
      lost += own?.length ?? 0;
      damaged++;
      lose(segment);
      return [];
    }
    const { parcels } = found;
    damaged += found.damaged;
    segment.alone = [];
    if (own) {
      lost += own.length - parcels.length;
      segment.live -= own.length - parcels.length;
    } else segment.live = parcels.length;
    const fresh = parcels.filter(({ at, parcel }) => {
      const isHeld = ledger.has(parcel.uuid);
      if (isHeld) ledger.settleAt(segment, at);
      else ledger.hold(parcel.uuid, segment, at);
      return !isHeld;
    });
    if (!own) recovered += fresh.length;
    shelf.settle(segment, []);
    return fresh.map(({ parcel }) => parcel);
  }

  return {
    async fetch(over) {
      if (isBusy) return [];
      isBusy = true;
      try {
        let segment = shelf.next();
        while (segment && !over()) {
          const parcels = await bringBack(segment, over);
          if (parcels.length) return parcels;
          segment = shelf.next();
        }
        return [];
      } finally {
        isBusy = false;
      }
    },
    hasMore() {
      for (const { alone } of shelf.segments()) if (!alone || alone.length) return true;
      return false;
    },
    parked() {
      let parcels = 0;
      for (const { alone } of shelf.segments()) parcels += alone?.length ?? 0;
      return parcels;
    },
    lose,
    counts: () => ({ recovered, lost, damaged }),
  };
}
