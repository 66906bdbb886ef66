import { basename, join } from "node:path";
import type { Parcel } from "@dd0c/track-core/server";
import type { Disk } from "./disk";
import type { Folders } from "./folders";
import { LOG, openSegment, type Segment } from "./segment";
import type { Syncer } from "./syncer";

/** The segments of a spool: one that grows, and those that wait to be settled. */
export interface Shelf {
  /** Of all segments. */
  readonly bytes: () => number;
  readonly segments: () => Iterable<Segment>;
  /** Adds parcels to the segment that grows. Throws as the disk does, with nothing added. */
  append(parcels: readonly Parcel[]): { readonly segment: Segment; readonly at: readonly number[] };
  /** Closes the segment that grows; the next parcels begin another. */
  roll(): void;
  /** A segment with parcels that no memory holds, closed for more. */
  next(): Segment | undefined;
  /** Records what is settled, or deletes the segment when that was the last. Throws as the disk does. */
  settle(segment: Segment, offsets: readonly number[]): void;
  /** Leaves a segment on disk for another process and another time. */
  leave(segment: Segment): void;
  /** Takes over the segments of dead processes; answers whether there were any. */
  adopt(): boolean;
  close(): void;
}

/** A shelf over folders; a segment of `segmentBytes` or more is closed. `removed` hears of the deleted. */
export function createShelf(
  disk: Disk,
  syncer: Syncer,
  folders: Folders,
  segmentBytes: number,
  removed: (segment: Segment) => void,
): Shelf {
  const segments = new Set<Segment>();
  let current: Segment | undefined;
  let bytes = 0;
  let serial = 0;

  function begin(): Segment {
    const folder = folders.own();
    const path = join(folder, String(++serial).padStart(8, "0"));
    const segment = openSegment(disk, syncer, folder, path, undefined);
    segments.add(segment);
    return segment;
  }

  function roll(): void {
    const segment = current;
    current = undefined;
    segment?.seal();
    if (segment && isDone(segment)) remove(segment);
  }

  function leave(segment: Segment): void {
    segment.close();
    if (segments.delete(segment)) bytes -= segment.bytes;
    if (segment === current) current = undefined;
  }

  function isDone(segment: Segment): boolean {
    return segment.live <= 0 && segment !== current && segment.alone !== undefined;
  }

  function remove(segment: Segment): void {
    leave(segment);
    segment.remove();
    removed(segment);
  }

  function find(folder: string): boolean {
    const names = disk.list(folder).filter((name) => name.endsWith(LOG));
    for (const name of names.sort()) {
      const path = join(folder, basename(name, LOG));
      const segment = openSegment(disk, syncer, folder, path, disk.size(join(folder, name)));
      segments.add(segment);
      bytes += segment.bytes;
    }
    if (!names.length) folders.drop(folder);
    return names.length > 0;
  }

  return {
    bytes: () => bytes,
    segments: () => segments,
    append(parcels) {
      current ??= begin();
      const segment = current;
      const before = segment.bytes;
      const at = segment.append(parcels);
      bytes += segment.bytes - before;
      if (segment.bytes >= segmentBytes) roll();
      return { segment, at };
    },
    roll,
    next() {
      for (const segment of segments)
        if (segment.alone === undefined || segment.alone.length) {
          if (segment === current) roll();
          return segment;
        }
      return undefined;
    },
    settle(segment, offsets) {
      if (isDone(segment)) remove(segment);
      else if (offsets.length) segment.settle(offsets);
    },
    leave,
    adopt() {
      let some = false;
      for (const folder of folders.adopt())
        try {
          some = find(folder) || some;
        } catch {
          // It cannot be read: whoever comes after us may fare better.
        }
      return some;
    },
    close() {
      roll();
      for (const segment of segments) segment.close();
      segments.clear();
      bytes = 0;
    },
  };
}
