const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  (byte + 256).toString(16).slice(1),
);

/** The textual form of 16 bytes (RFC 9562, section 4) with this version and the usual variant. */
export function formatUuid(bytes: Uint8Array, version: number): string {
  let text = "";
  for (let i = 0; i < 16; i++) {
    let byte = bytes[i] as number;
    if (i === 6) byte = (byte & 15) | (version << 4);
    if (i === 8) byte = (byte & 63) | 128;
    text += (i === 4 || i === 6 || i === 8 || i === 10 ? "-" : "") + HEX[byte];
  }
  return text;
}

/**
 * A source of uuid v7 (RFC 9562, section 5.7): 48 bits of `now()` in ms, then 74 random bits of
 * the 16 that `random` fills. Sortable by time, so PostHog stores neighbours together.
 */
export function createUuidV7(now: () => number, random: (bytes: Uint8Array) => void): () => string {
  const bytes = new Uint8Array(16);
  return () => {
    random(bytes);
    const time = Math.trunc(now());
    for (let i = 5, rest = time; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
    return formatUuid(bytes, 7);
  };
}

/** Whether PostHog reads this as a uuid. */
export function isUuid(text: unknown): text is string {
  return typeof text === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
