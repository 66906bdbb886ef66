/** An event as it will travel: its JSON, made once, when it was tracked. */
export interface Parcel {
  readonly uuid: string;
  readonly json: string;
  readonly bytes: number;
}

/** Parcels in the order of their tracking. Taking from the front costs the same at any length. */
export interface Queue {
  readonly length: () => number;
  readonly bytes: () => number;
  push(parcel: Parcel): void;
  /** The oldest parcels: at most `count` of at most `bytes` together, but always one if there is one. */
  take(count: number, bytes: number): Parcel[];
}

/** An empty queue. */
export function createQueue(): Queue {
  let parcels: Parcel[] = [];
  let head = 0;
  let held = 0;
  return {
    length: () => parcels.length - head,
    bytes: () => held,
    push(parcel) {
      parcels.push(parcel);
      held += parcel.bytes;
    },
    take(count, bytes) {
      let size = 0;
      let end = head;
      while (end < parcels.length && end - head < count) {
        size += parcels[end]?.bytes ?? 0;
        if (size > bytes && end > head) break;
        held -= parcels[end]?.bytes ?? 0;
        end++;
      }
      const taken = parcels.slice(head, end);
      head = end;
      // Half of it is gone: let go of that half. Amortised, each parcel is moved once.
      if (head * 2 >= parcels.length) {
        parcels = parcels.slice(head);
        head = 0;
      }
      return taken;
    },
  };
}
