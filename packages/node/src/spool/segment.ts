import type { Parcel } from "@dd0c/track-core/server";
import type { Disk } from "./disk";
import {
  readParcels,
  readSettled,
  storedBytes,
  writeParcels,
  writeSettled,
} from "./segment-format";
import type { StoredParcel } from "./stored-parcel";
import type { Syncer } from "./syncer";

/** What a segment's two files are called after its path: parcels, and which of them are settled. */
export const LOG = ".log";
export const SETTLED = ".settled";

/** Parcels in one append-only file, and beside it a second one that says which are settled. */
export interface Segment {
  readonly folder: string;
  /** Of the parcels' file. */
  bytes: number;
  /** Parcels that are not settled, as far as the segment has been read. */
  live: number;
  /** The offsets of parcels that no memory holds; undefined until another's segment is read. */
  alone: number[] | undefined;
  /** Another process has it now: whatever is done to it has no effect. */
  gone: boolean;
  /** Adds parcels and answers where each begins. Throws as the disk does, with nothing added. */
  append(parcels: readonly Parcel[]): readonly number[];
  /** Records that parcels are done with. Throws as the disk does. */
  settle(offsets: readonly number[]): void;
  /** The parcels that no memory holds and that are not settled. */
  read(): Promise<{ readonly parcels: readonly StoredParcel[]; readonly damaged: number }>;
  /** Lets go of the parcels' file: nothing is added any more. */
  seal(): void;
  /** Lets go of both files. */
  close(): void;
  /** Closes and deletes both files. */
  remove(): void;
}

/** A segment, new or found. `found` is the bytes of one that was found. `path` is without the files endings; both are opened at first need. */
export function openSegment(
  disk: Disk,
  syncer: Syncer,
  folder: string,
  path: string,
  found: number | undefined,
): Segment {
  let log: number | undefined;
  let settled: number | undefined;

  /** What was written in part must not come back after a restart: nobody knows it as kept. */
  function cutBack(file: number): void {
    try {
      disk.truncate(file, segment.bytes);
    } catch {
      // Then it may, with the uuid that it had.
    }
  }

  function append(bytes: Buffer): void {
    log ??= disk.open(path + LOG);
    try {
      disk.write(log, bytes);
    } catch (error) {
      cutBack(log);
      throw error;
    }
    syncer.wrote(log);
  }

  const segment: Segment = {
    folder,
    bytes: found ?? 0,
    live: 0,
    alone: found === undefined ? [] : undefined,
    gone: false,
    append(parcels) {
      let end = segment.bytes;
      const offsets = parcels.map((parcel) => {
        end += storedBytes(parcel);
        return end - storedBytes(parcel);
      });
      const bytes = Buffer.allocUnsafe(end - segment.bytes);
      writeParcels(bytes, parcels);
      append(bytes);
      segment.bytes = end;
      segment.live += parcels.length;
      return offsets;
    },
    settle(offsets) {
      if (segment.gone) return;
      settled ??= disk.open(path + SETTLED);
      disk.write(settled, writeSettled(offsets));
    },
    async read() {
      const wanted = segment.alone && new Set(segment.alone);
      const { parcels, damaged } = readParcels(await disk.read(path + LOG));
      if (wanted) return { parcels: parcels.filter(({ at }) => wanted.has(at)), damaged };
      const done = readSettled(await disk.read(path + SETTLED).catch(() => Buffer.alloc(0)));
      return { parcels: parcels.filter(({ at }) => !done.has(at)), damaged };
    },
    seal() {
      if (log !== undefined) syncer.close(log);
      log = undefined;
    },
    close() {
      segment.seal();
      if (settled !== undefined) syncer.drop(settled);
      settled = undefined;
    },
    remove() {
      segment.close();
      if (segment.gone) return;
      // In this order: parcels without their settled ones would all be sent again.
      for (const end of [LOG, SETTLED])
        try {
          disk.remove(path + end);
        } catch {
          // There was none, or the disk takes no changes; then it is read and sent again.
        }
    },
  };
  return segment;
}
