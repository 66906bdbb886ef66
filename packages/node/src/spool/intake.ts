import type { Parcel } from "@dd0c/track-core/server";
import type { SpoolHost } from "./host";
import type { Ledger } from "./ledger";
import { DISK_REST_MS, WRITE_BYTES } from "./limits";
import { storedBytes } from "./segment-format";
import type { Shelf } from "./shelf";

/** What comes in between two turns of the loop, written in one go. */
export interface Intake {
  /** Takes a parcel, if the cap and the disk allow it. */
  keep(parcel: Parcel, alone: boolean): boolean;
  /** Writes what came in. */
  write(): void;
  /** Kept alone, and then not taken by the disk: hands them back to memory. */
  takeStranded(): readonly Parcel[];
  /** Parcels, kept alone, that are not on disk. */
  readonly alone: () => number;
  /** Leaves a disk that failed alone for a while, and reports it when that begins. */
  rest(error: unknown): void;
  readonly counts: () => { readonly shed: number; readonly failed: number };
}

/** The intake of a shelf; `soon` has `write` called at the end of the turn. */
export function createIntake(
  shelf: Shelf,
  ledger: Ledger,
  maxBytes: number,
  { now }: SpoolHost,
  soon: () => void,
  report: (about: string) => void,
): Intake {
  let held: Parcel[] = [];
  let alone: Parcel[] = [];
  let bytes = 0;
  let stranded: Parcel[] = [];
  let shed = 0;
  let failed = 0;
  let isFull = false;
  /** 0 while the disk is well. */
  let restUntil = 0;

  function rest(error: unknown): void {
    const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "it failed";
    if (!restUntil) report(`${code}`);
    restUntil = now() + DISK_REST_MS;
  }

  function isResting(): boolean {
    const left = restUntil - now();
    // More than the whole rest: the clock was set back.
    return left > 0 && left <= DISK_REST_MS;
  }

  function refuse(): false {
    if (!isFull) report("max_bytes");
    isFull = true;
    shed++;
    return false;
  }

  function write(): void {
    if (!bytes) return;
    const [withMemory, without] = [held, alone];
    held = [];
    alone = [];
    bytes = 0;
    try {
      const { segment, at } = shelf.append(withMemory.concat(without));
      for (const [index, { uuid }] of withMemory.entries())
        ledger.hold(uuid, segment, at[index] ?? 0);
      segment.alone?.push(...at.slice(withMemory.length));
      restUntil = 0;
    } catch (error) {
      failed += withMemory.length + without.length;
      stranded = stranded.concat(without);
      shelf.roll();
      rest(error);
    }
  }

  return {
    keep(parcel, isAlone) {
      const size = storedBytes(parcel);
      if (restUntil && (isResting() || stranded.length)) {
        failed++;
        return false;
      }
      if (shelf.bytes() + bytes + size > maxBytes) return refuse();
      isFull = false;
      (isAlone ? alone : held).push(parcel);
      bytes += size;
      if (bytes >= WRITE_BYTES) write();
      else soon();
      return true;
    },
    write,
    takeStranded() {
      const taken = stranded;
      stranded = [];
      return taken;
    },
    alone: () => alone.length + stranded.length,
    rest,
    counts: () => ({ shed, failed }),
  };
}
