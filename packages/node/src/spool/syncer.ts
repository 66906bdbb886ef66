import type { Disk } from "./disk";
import { SYNC_MS } from "./limits";

/**
 * When what was written reaches the device. Every policy survives the end of the process, `kill -9`
 * included, for the operating system has the bytes. A loss of power takes with `never` what the
 * system had not written yet (some 30 s), with `interval` up to a second, with `always` what was
 * tracked while the last `fdatasync` ran. No policy makes `track()` wait.
 */
export type SyncPolicy = "never" | "interval" | "always";

/** Brings files to the device by a policy, one `fdatasync` a file at a time, off the main thread. */
export interface Syncer {
  wrote(file: number): void;
  /** Closes a file, after a last sync if the policy has any. */
  close(file: number): void;
  /** Closes a file of which nothing need reach the device. */
  drop(file: number): void;
  stop(): void;
}

/** A syncer. What a sync says of a disk's failure is left to the next write to find out. */
export function createSyncer(disk: Disk, policy: SyncPolicy): Syncer {
  const dirty = new Set<number>();
  const busy = new Set<number>();
  const closing = new Set<number>();
  let timer: NodeJS.Timeout | undefined;

  function sync(file: number): void {
    if (busy.has(file)) return;
    dirty.delete(file);
    busy.add(file);
    disk.sync(file, () => {
      busy.delete(file);
      if (dirty.has(file) && (policy === "always" || closing.has(file))) sync(file);
      else if (closing.delete(file)) close(file);
    });
  }

  function close(file: number): void {
    try {
      disk.close(file);
    } catch {
      // It is closed as far as we can close it.
    }
  }

  return {
    wrote(file) {
      if (policy === "never") return;
      dirty.add(file);
      if (policy === "always") sync(file);
      else {
        timer ??= setTimeout(() => {
          timer = undefined;
          for (const waiting of dirty) sync(waiting);
        }, SYNC_MS).unref();
      }
    },
    close(file) {
      if (policy === "never") {
        close(file);
        return;
      }
      closing.add(file);
      if (dirty.has(file)) sync(file);
      else if (!busy.has(file) && closing.delete(file)) close(file);
    },
    drop: close,
    stop() {
      clearTimeout(timer);
    },
  };
}
