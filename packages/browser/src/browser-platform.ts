import type { Platform } from "@dd0c/track-core";

const encoder: TextEncoder = new TextEncoder();

/** A browser as the core sees it. `getRandomValues` is there on insecure origins too. */
export const browserPlatform: Platform = {
  now: () => Date.now(),
  hex: (digits) =>
    [...crypto.getRandomValues(new Uint8Array((digits + 1) >> 1))]
      .map((byte) => (byte + 256).toString(16).slice(1))
      .join("")
      .slice(0, digits),
  timer(callback, ms) {
    const timeout = setTimeout(callback, ms);
    return () => clearTimeout(timeout);
  },
  bytes: (text) => encoder.encode(text).length,
};
