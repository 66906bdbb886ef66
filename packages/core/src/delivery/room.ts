import type { Parcel } from "./queue";

/** What waits or is under way, within its bounds. */
export interface Room {
  readonly events: () => number;
  readonly bytes: () => number;
  /** Whether one more event of so many bytes fits. */
  fits(bytes: number): boolean;
  /** Whether at most half is in use. */
  isHalfFree(): boolean;
  enter(parcel: Parcel): void;
  leave(parcels: readonly Parcel[]): void;
}

/** Room for so many events of so many bytes together. */
export function createRoom(maxEvents: number, maxBytes: number): Room {
  let events = 0;
  let bytes = 0;
  return {
    events: () => events,
    bytes: () => bytes,
    fits: (more) => events < maxEvents && bytes + more <= maxBytes,
    isHalfFree: () => events * 2 <= maxEvents && bytes * 2 <= maxBytes,
    enter(parcel) {
      events++;
      bytes += parcel.bytes;
    },
    leave(parcels) {
      events -= parcels.length;
      for (const parcel of parcels) bytes -= parcel.bytes;
    },
  };
}
