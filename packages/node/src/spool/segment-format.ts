import type { Parcel } from "@dd0c/track-core/server";
import { type FoundRecord, HEAD_BYTES, readRecords, sealRecord } from "./record";
import type { StoredParcel } from "./stored-parcel";

/** The most offsets in one record of settled ones. */
const OFFSETS = 100_000;

/** What a parcel takes on disk: its head, the length of its uuid, the uuid, the JSON. */
export function storedBytes({ uuid, bytes }: Parcel): number {
  return HEAD_BYTES + 1 + uuid.length + bytes;
}

/** Writes parcels one after the other into `bytes`, which is as long as they are together. */
export function writeParcels(bytes: Buffer, parcels: readonly Parcel[]): void {
  let end = 0;
  for (const { uuid, json } of parcels) {
    const at = end;
    end = bytes.writeUInt8(uuid.length, at + HEAD_BYTES);
    end += bytes.write(uuid, end, "latin1");
    end += bytes.write(json, end);
    sealRecord(bytes, at, end);
  }
}

/** The parcels of a segment, and how many stretches of it were torn or corrupted. */
export function readParcels(bytes: Buffer): { parcels: StoredParcel[]; damaged: number } {
  const { records, damaged } = readRecords(bytes);
  return { parcels: records.map(toParcel), damaged };
}

function toParcel({ at, payload }: FoundRecord): StoredParcel {
  const from = 1 + (payload[0] ?? 0);
  const uuid = payload.toString("latin1", 1, from);
  return {
    at,
    parcel: { uuid, json: payload.toString("utf8", from), bytes: payload.length - from },
  };
}

/** Records that say which parcels, by the offsets of their records, are settled. */
export function writeSettled(offsets: readonly number[]): Buffer {
  const pieces: Buffer[] = [];
  for (let from = 0; from < offsets.length; from += OFFSETS) {
    const some = offsets.slice(from, from + OFFSETS);
    const bytes = Buffer.allocUnsafe(HEAD_BYTES + some.length * 4);
    let end = HEAD_BYTES;
    for (const offset of some) end = bytes.writeUInt32BE(offset, end);
    sealRecord(bytes, 0, end);
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

/** The offsets that are settled. A record that is lost costs a second copy with the same uuid. */
export function readSettled(bytes: Buffer): ReadonlySet<number> {
  const offsets = new Set<number>();
  for (const { payload } of readRecords(bytes).records)
    for (let at = 0; at + 4 <= payload.length; at += 4) offsets.add(payload.readUInt32BE(at));
  return offsets;
}
