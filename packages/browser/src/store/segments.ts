import { SEGMENT_EVENTS, SEGMENT_UNITS } from "./limits";

/** The entries of a project's queue in localStorage, by lane: each page that writes has one of its own. */
export interface Segments {
  /** A new lane's name. */
  newLane(): string;
  /** Every lane that has an entry. */
  lanes(): ReadonlySet<string>;
  /** The keys of a lane's entries. */
  keysOf(lane: string): string[];
  /** A key in this lane that no entry has had. */
  newKey(lane: string): string;
  /** UTF-16 units in all entries of all lanes. */
  units(): number;
}

/** What follows the prefix: a lane, then an entry's number, or the lane's lease. */
const REST = /^([\da-f]{12})_(\d+|lease)$/;

/** The entries below one prefix. Reading throws where storage is denied. */
export function openSegments(prefix: string): Segments {
  let made = 0;
  const entries = () =>
    Object.keys(localStorage).flatMap((key) => {
      const found = key.startsWith(prefix) && REST.exec(key.slice(prefix.length));
      return found ? [{ key, lane: prefix + found[1], isLease: found[2] === "lease" }] : [];
    });
  const ofEvents = () => entries().filter((entry) => !entry.isLease);

  return {
    newLane() {
      const bytes = crypto.getRandomValues(new Uint8Array(6));
      return prefix + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    },
    lanes: () => new Set(entries().map((entry) => entry.lane)),
    keysOf: (lane) =>
      ofEvents()
        .filter((entry) => entry.lane === lane)
        .map((entry) => entry.key),
    newKey: (lane) => `${lane}_${made++}`,
    units: () =>
      ofEvents().reduce((sum, { key }) => sum + (localStorage.getItem(key) ?? "").length, 0),
  };
}

/** An entry's events, one a line; JSON has no line breaks of its own. */
export function writeSegment(parcels: Iterable<string>): string {
  return [...parcels].join("\n");
}

/** Events in pieces that make one entry each. */
export function cutSegments(parcels: readonly string[]): string[][] {
  const segments: string[][] = [];
  let units = Number.POSITIVE_INFINITY;
  for (const parcel of parcels) {
    const last = segments.at(-1);
    units += parcel.length;
    if (last && last.length < SEGMENT_EVENTS && units <= SEGMENT_UNITS) last.push(parcel);
    else {
      segments.push([parcel]);
      units = parcel.length;
    }
  }
  return segments;
}

/** The events of an entry, whatever became of it, and how many lines of it are none. */
export function readSegment(text: string): { parcels: string[]; damaged: number } {
  const lines = text.split("\n");
  const parcels = lines.filter(isParcel);
  return { parcels, damaged: lines.length - parcels.length };
}

function isParcel(line: string): boolean {
  try {
    const event: unknown = JSON.parse(line);
    return event !== null && typeof event === "object" && "uuid" in event && "event" in event;
  } catch {
    return false;
  }
}
