import type { Parcel } from "@dd0c/track-core/server";
import type { Segment } from "./segment";

/** Which parcels memory holds, where each is stored, and which of them are settled since. */
export interface Ledger {
  has(uuid: string): boolean;
  /** Memory holds this parcel now, and its record is there; an older record of the uuid is done with. */
  hold(uuid: string, segment: Segment, at: number): void;
  /** A parcel is done with; nothing happens if it never was stored. */
  settle(uuid: string): void;
  /** A stored parcel that memory never held is done with. */
  settleAt(segment: Segment, at: number): void;
  /** Hands over what was settled since the last call, by segment. */
  takeSettled(): ReadonlyMap<Segment, readonly number[]>;
  /** What was taken could not be recorded: the next call hands it over again. */
  putBack(segment: Segment, offsets: readonly number[]): void;
  /** Forgets a segment that somebody else has. */
  forget(segment: Segment): void;
  readonly held: () => number;
}

/** Past any offset in a segment: a place is a number, not an object, because there are many. */
const STEP = 2 ** 32;

/** An empty ledger. */
export function createLedger(): Ledger {
  const places = new Map<Parcel["uuid"], number>();
  const segments = new Map<number, Segment>();
  const numbers = new Map<Segment, number>();
  let settled = new Map<Segment, number[]>();
  let last = 0;

  function numberOf(segment: Segment): number {
    const known = numbers.get(segment);
    if (known !== undefined) return known;
    numbers.set(segment, ++last);
    segments.set(last, segment);
    return last;
  }

  function forget(segment: Segment): void {
    segments.delete(numbers.get(segment) ?? 0);
    numbers.delete(segment);
    settled.delete(segment);
  }

  function settleAt(segment: Segment, at: number): void {
    const offsets = settled.get(segment);
    if (offsets) offsets.push(at);
    else settled.set(segment, [at]);
    segment.live--;
  }

  function settle(uuid: string): void {
    const place = places.get(uuid);
    if (place === undefined) return;
    places.delete(uuid);
    const segment = segments.get(Math.floor(place / STEP));
    if (segment) settleAt(segment, place % STEP);
  }

  return {
    has: (uuid) => places.has(uuid),
    hold(uuid, segment, at) {
      settle(uuid);
      places.set(uuid, numberOf(segment) * STEP + at);
    },
    settle,
    settleAt,
    takeSettled() {
      const taken = settled;
      settled = new Map();
      return taken;
    },
    putBack(segment, offsets) {
      settled.set(segment, offsets.concat(settled.get(segment) ?? []));
    },
    forget,
    held: () => places.size,
  };
}
