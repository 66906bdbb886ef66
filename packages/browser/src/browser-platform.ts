import type { Platform } from "@dd0c/track-core";

const encoder: TextEncoder = new TextEncoder();

/** A browser as the core sees it. `getRandomValues` is there on insecure origins too. */
export const browserPlatform: Platform = {
  now: () => Date.now(),
  random: (bytes) => void crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
  timer(callback, ms) {
    const timeout = setTimeout(callback, ms);
    return () => clearTimeout(timeout);
  },
  bytes: (text) => encoder.encode(text).length,
};
