import type { LiveEvent } from "./live-event.js";

/** The last events, as many as fit: bounded by number and by bytes, whichever comes first. */
export interface RecentEvents {
  readonly count: number;
  add(event: LiveEvent, bytes: number): void;
  /** Oldest first; those after `seq`, at most `most` of the newest. */
  after(seq: number, most: number): readonly LiveEvent[];
  find(seq: number): LiveEvent | undefined;
}

/** Keeps at most `mostEvents` of at most `mostBytes` together. */
export function createRecentEvents(mostEvents: number, mostBytes: number): RecentEvents {
  const events = new Array<LiveEvent | undefined>(mostEvents);
  const sizes = new Float64Array(mostEvents);
  let first = 0;
  let count = 0;
  let held = 0;

  const slot = (nth: number): number => (first + nth) % mostEvents;

  function forgetOldest(): void {
    held -= sizes[first] ?? 0;
    events[first] = undefined;
    first = slot(1);
    count--;
  }

  return {
    get count() {
      return count;
    },
    add(event, bytes) {
      while (count > 0 && (count === mostEvents || held + bytes > mostBytes)) forgetOldest();
      const at = slot(count);
      events[at] = event;
      sizes[at] = bytes;
      held += bytes;
      count++;
    },
    after(seq, most) {
      const found: LiveEvent[] = [];
      for (let nth = count - 1; nth >= 0 && found.length < most; nth--) {
        const event = events[slot(nth)];
        if (event === undefined || event.seq <= seq) break;
        found.push(event);
      }
      return found.reverse();
    },
    find(seq) {
      const oldest = events[first];
      if (count === 0 || oldest === undefined) return undefined;
      const event = events[slot(seq - oldest.seq)];
      return event?.seq === seq ? event : undefined;
    },
  };
}
