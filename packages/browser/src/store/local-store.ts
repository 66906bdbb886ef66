import type { OpenPageStore } from "../page-store";
import { createLanes } from "./lanes";
import { STORE_UNITS, WRITE_MS } from "./limits";
import { cutSegments, openSegments, readSegment, writeSegment } from "./segments";

/** What a host may choose about its stored queue. */
export interface LocalStoreOptions {
  /** What all pages of the site may keep together, in UTF-16 units (1,000,000). */
  readonly max_units?: number | undefined;
}

/** An entry of localStorage and what is left of it. */
interface Segment {
  readonly key: string;
  readonly lane: string;
  readonly parcels: Set<string>;
}

/**
 * Keeps what waits in localStorage: `standAlone({ api_key, store: localStore() })`. Each page writes
 * to a lane that it alone holds; what a page left behind is taken over by the next one, or by another
 * tab. It is localStorage and not IndexedDB because only a synchronous write can be made while a
 * page goes. Where it is full, denied or damaged, events wait in memory, and `onError` hears `spool`.
 */
export function localStore({ max_units = STORE_UNITS }: LocalStoreOptions = {}): OpenPageStore {
  return ({ project, report, counters, parcels, changed }) => {
    const segments = openSegments(`dd0c_queue_${project}_`);
    /** Written, by event. */
    const stored = new Map<string, Segment>();
    const lanes = createLanes();
    /** The lane that this page writes to; it has none before it has something to write. */
    let own = "";
    let isScheduled = false;
    let isLeft = false;

    /** Runs a step that needs storage; what goes wrong in it is told and leaves events in memory. */
    function attempt(step: () => void): void {
      try {
        step();
      } catch (error) {
        report("spool", (error as Error | undefined)?.name);
      }
    }

    function schedule(): void {
      if (isScheduled || isLeft) return;
      isScheduled = true;
      const run = (): void => {
        isScheduled = false;
        if (isLeft) return;
        attempt(settle);
        attempt(writeOwn);
        attempt(recover);
      };
      if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: WRITE_MS });
      else setTimeout(run, WRITE_MS);
    }

    /** Takes out what no longer waits. */
    function settle(): void {
      const waiting = new Set(parcels);
      const touched = new Set<Segment>();
      for (const [parcel, segment] of stored) {
        if (waiting.has(parcel)) continue;
        stored.delete(parcel);
        segment.parcels.delete(parcel);
        touched.add(segment);
      }
      for (const { key, lane, parcels: left } of touched) {
        if (left.size) localStorage.setItem(key, writeSegment(left));
        else localStorage.removeItem(key);
        if (lane !== own && !segments.keysOf(lane).length) lanes.letGo(lane);
      }
    }

    /** Writes once this page holds a lane: before, another tab could take its events for orphans. */
    function writeOwn(): void {
      if (lanes.isHeld(own)) write();
      else takeOwn();
    }

    function takeOwn(): void {
      if (own || !parcels.length) return;
      const lane = segments.newLane();
      own = lane;
      lanes.hold(lane, () => {
        // The page may have gone and come back meanwhile.
        if (own === lane) attempt(write);
        else lanes.letGo(lane);
      });
    }

    /** Writes what waits and is not written yet. */
    function write(): void {
      const fresh = parcels.filter((parcel) => !stored.has(parcel));
      if (!fresh.length) return;
      let room = max_units - segments.units();
      for (const chunk of cutSegments(fresh)) {
        const text = writeSegment(chunk);
        room -= text.length;
        if (room < 0) {
          report("spool", "full");
          return;
        }
        const segment = { key: segments.newKey(own), lane: own, parcels: new Set(chunk) };
        localStorage.setItem(segment.key, text);
        for (const parcel of chunk) stored.set(parcel, segment);
      }
    }

    /** Takes over the lanes of pages that are gone. */
    function recover(): void {
      for (const lane of segments.lanes())
        if (!lanes.has(lane)) lanes.hold(lane, () => attempt(() => takeOver(lane)));
    }

    function takeOver(lane: string): void {
      let found = 0;
      for (const key of segments.keysOf(lane)) {
        const entry = readSegment(localStorage.getItem(key) ?? "");
        const fresh = new Set(entry.parcels.filter((parcel) => !stored.has(parcel)));
        if (entry.damaged) {
          counters.damaged = (counters.damaged ?? 0) + entry.damaged;
          report("spool", "damaged");
        }
        const segment = { key, lane, parcels: fresh };
        for (const parcel of fresh) stored.set(parcel, segment);
        parcels.push(...fresh);
        found += fresh.size;
        if (!fresh.size) localStorage.removeItem(key);
      }
      if (!found) {
        lanes.letGo(lane);
        return;
      }
      counters.recovered = (counters.recovered ?? 0) + found;
      changed();
    }

    /** Leaves what is stored to whoever opens the store next, and does nothing until the page comes back. */
    function leave(): void {
      isLeft = true;
      lanes.letAllGo();
      const left = parcels.filter((parcel) => !stored.has(parcel));
      parcels.splice(0, parcels.length, ...left);
      stored.clear();
      own = "";
      changed();
    }

    // A page that comes back has let go of all that it had.
    addEventListener("pageshow", () => {
      isLeft = false;
      schedule();
    });
    // A tab that is looked at again may find what another one has left.
    document.addEventListener("visibilitychange", schedule);
    schedule();

    return (isGone) => {
      if (isGone === undefined) {
        schedule();
        return;
      }
      attempt(settle);
      // A page that goes needs no hold on what it lets go.
      if (isGone) own ||= segments.newLane();
      else takeOwn();
      attempt(write);
      if (isGone) leave();
    };
  };
}
