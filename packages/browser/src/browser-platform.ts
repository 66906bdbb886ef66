import type { Platform } from "@dd0c/track-core";

const encoder: TextEncoder = new TextEncoder();

/** A browser as the core sees it. `getRandomValues` is there on insecure origins too. */
export const browserPlatform: Platform = {
  now: () => Date.now(),
  hex: (digits) =>
    Array.from(crypto.getRandomValues(new Uint8Array(digits)), (byte) =>
      (byte & 15).toString(16),
    ).join(""),
  timer(callback, ms) {
    const timeout = setTimeout(callback, ms);
    return () => clearTimeout(timeout);
  },
  bytes: (text) => encoder.encode(text).length,
};
