import type { Parcel } from "@dd0c/track-core/server";

let last = 0;

/** A parcel with a uuid of its own and `size` bytes of text. */
export function parcel(size = 20): Parcel {
  const uuid = `0190a6c0-0000-7000-8000-${String(++last).padStart(12, "0")}`;
  const json = `{"uuid":"${uuid}","text":"${"x".repeat(size)}"}`;
  return { uuid, json, bytes: json.length };
}

/** Several of them. */
export function parcels(count: number, size = 20): Parcel[] {
  return Array.from({ length: count }, () => parcel(size));
}
