import { type Disk, nodeDisk } from "./disk";
import { type Life, lifeOf, type Owner, thisOwner } from "./owner";

/** Where a spool runs: its disk, its process, its clock. Tests offer another. */
export interface SpoolHost {
  readonly disk: Disk;
  readonly self: Owner;
  life(owner: Owner): Life;
  /** In ms since 1970. */
  now(): number;
  /** Calls back when this turn of the loop is done. */
  soon(callback: () => void): void;
  /** Calls back again and again, without keeping the process alive; answers how to stop it. */
  every(ms: number, callback: () => void): () => void;
  /** Calls back when the process exits, the last moment for what needs no waiting. */
  leaving(callback: () => void): () => void;
}

const self = thisOwner();
const leaving = new Set<() => void>();

function leave(): void {
  for (const callback of leaving) callback();
}

/** This process. */
export const nodeSpoolHost: SpoolHost = {
  disk: nodeDisk,
  self,
  life: (owner) => lifeOf(owner, self),
  now: () => Date.now(),
  // Not unref'd: an idle loop would run it only with the next event that wakes it.
  soon: (callback) => void setImmediate(callback),
  every(ms, callback) {
    const timer = setInterval(callback, ms).unref();
    return () => clearInterval(timer);
  },
  leaving(callback) {
    if (!leaving.size) process.on("exit", leave);
    leaving.add(callback);
    return () => {
      leaving.delete(callback);
      if (!leaving.size) process.off("exit", leave);
    };
  },
};
