import * as zlib from "node:zlib";

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32 (ISO 3309) by table, for a Node without one of its own. */
export function crc32ByTable(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** CRC-32 of some bytes: Node's (20.15, 22.2 and later), ten times as fast, or else ours. */
export const crc32: (bytes: Uint8Array) => number =
  "crc32" in zlib ? (bytes) => zlib.crc32(bytes) : crc32ByTable;
