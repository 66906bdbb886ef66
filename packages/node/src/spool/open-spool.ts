import { createHash } from "node:crypto";
import type { Store, StoreListener } from "@dd0c/track-core/server";
import { createFetcher } from "./fetcher";
import { createFolders } from "./folders";
import { nodeSpoolHost, type SpoolHost } from "./host";
import { createIntake } from "./intake";
import { createLedger } from "./ledger";
import { BEAT_MS, SEGMENT_BYTES, SPOOL_BYTES } from "./limits";
import { createShelf } from "./shelf";
import type { SpoolOptions } from "./spool";
import { createSyncer } from "./syncer";

/** Opens a spool. `scope` says whose events these are (the project's key); others' are let be. */
export function openSpool(
  { folder, max_bytes = SPOOL_BYTES, fsync = "never" }: SpoolOptions,
  scope: string,
  { report, wake }: StoreListener,
  host: SpoolHost = nodeSpoolHost,
): Store {
  const hashed = createHash("sha256").update(scope).digest("hex").slice(0, 8);
  const folders = createFolders({ ...host, root: folder, scope: hashed });
  const syncer = createSyncer(host.disk, fsync);
  const segmentBytes = Math.min(SEGMENT_BYTES, Math.ceil(max_bytes / 8));
  const ledger = createLedger();
  const shelf = createShelf(host.disk, syncer, folders, segmentBytes, ledger.forget);
  const intake = createIntake(shelf, ledger, max_bytes, host, soon, report);
  const fetcher = createFetcher(shelf, ledger);
  let isScheduled = false;
  let isClosed = false;
  let beatAt = host.now();

  function soon(): void {
    if (!isScheduled) host.soon(flush);
    isScheduled = true;
  }

  function flush(): void {
    isScheduled = false;
    if (isClosed) return;
    // A process that slept may have been taken for dead.
    if (Math.abs(host.now() - beatAt) > 2 * BEAT_MS) beat();
    intake.write();
    for (const [segment, offsets] of ledger.takeSettled())
      try {
        shelf.settle(segment, offsets);
      } catch (error) {
        // No file where there was one: somebody has the folder, or deleted it.
        if ((error as NodeJS.ErrnoException).code === "ENOENT") beat();
        else {
          ledger.putBack(segment, offsets);
          intake.rest(error);
        }
      }
  }

  function beat(): void {
    beatAt = host.now();
    const lost = folders.beat();
    for (const segment of shelf.segments())
      if (lost.includes(segment.folder)) fetcher.lose(segment);
    if (shelf.adopt()) wake();
  }

  function close(): void {
    flush();
    isClosed = true;
    stopBeat();
    stopLeaving();
    syncer.stop();
    shelf.close();
    folders.release();
  }

  const stopBeat = host.every(BEAT_MS, beat);
  const stopLeaving = host.leaving(close);
  shelf.adopt();

  return {
    keep: (parcel, alone) => !isClosed && intake.keep(parcel, alone),
    settle(parcels) {
      intake.write();
      for (const { uuid } of parcels) ledger.settle(uuid);
      soon();
    },
    async fetch() {
      if (isClosed) return [];
      flush();
      const stranded = intake.takeStranded();
      return stranded.length ? stranded : fetcher.fetch(() => isClosed);
    },
    hasMore: () => !isClosed && (intake.alone() > 0 || fetcher.hasMore()),
    flush,
    close() {
      if (!isClosed) close();
    },
    stats: () => ({
      bytes: shelf.bytes(),
      held: ledger.held(),
      parked: intake.alone() + fetcher.parked(),
      ...fetcher.counts(),
      ...intake.counts(),
    }),
  };
}
