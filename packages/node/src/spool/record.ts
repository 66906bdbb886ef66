import { crc32 } from "./crc32";
import { RECORD_BYTES } from "./limits";

/**
 * What begins a record. UTF-8 never has these two bytes in a row, so that a reader who lost its
 * place finds the next record.
 */
const MARK = 0xd00c;
const MARK_BYTES = Buffer.from([MARK >> 8, MARK & 0xff]);
/** The mark, the payload's length (4 bytes), its CRC-32 (4 bytes). */
export const HEAD_BYTES = 10;

/** Puts the head of a record before a payload that is there already, from `at + HEAD_BYTES` to `end`. */
export function sealRecord(bytes: Buffer, at: number, end: number): void {
  bytes.writeUInt16BE(MARK, at);
  bytes.writeUInt32BE(end - at - HEAD_BYTES, at + 2);
  bytes.writeUInt32BE(crc32(bytes.subarray(at + HEAD_BYTES, end)), at + 6);
}

/** A record and where it began. */
export interface FoundRecord {
  readonly at: number;
  readonly payload: Buffer;
}

/** The whole records of a file, and how many stretches between them were torn or corrupted. */
export interface FoundRecords {
  readonly records: readonly FoundRecord[];
  readonly damaged: number;
}

/** Reads records from any bytes: what cannot be right is skipped up to the next that is. */
export function readRecords(bytes: Buffer): FoundRecords {
  const records: FoundRecord[] = [];
  let damaged = 0;
  let expected = 0;
  let at = 0;
  while (at < bytes.length) {
    const payload = payloadAt(bytes, at);
    if (payload) {
      if (at !== expected) damaged++;
      records.push({ at, payload });
      at += HEAD_BYTES + payload.length;
      expected = at;
    } else {
      const next = bytes.indexOf(MARK_BYTES, at + 1);
      at = next < 0 ? bytes.length : next;
    }
  }
  return { records, damaged: damaged + (expected < bytes.length ? 1 : 0) };
}

function payloadAt(bytes: Buffer, at: number): Buffer | undefined {
  const from = at + HEAD_BYTES;
  if (from > bytes.length || bytes.readUInt16BE(at) !== MARK) return undefined;
  const length = bytes.readUInt32BE(at + 2);
  if (!length || length > RECORD_BYTES || from + length > bytes.length) return undefined;
  const payload = bytes.subarray(from, from + length);
  return crc32(payload) === bytes.readUInt32BE(at + 6) ? payload : undefined;
}
