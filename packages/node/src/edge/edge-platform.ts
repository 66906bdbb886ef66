import { type Body, bodyText, createUuidV7, type ServerPlatform } from "@dd0c/track-core/server";
import { hmac } from "./hmac";

/** Enough for 200 events. */
const POOL_BYTES = 2_048;
let pool = "";
let used = 0;

/** Random digits, asked for in bulk, and not before an event needs them: Workers give none earlier. */
function randomHex(digits: number): string {
  if (used + digits > pool.length) {
    const random = crypto.getRandomValues(new Uint8Array(POOL_BYTES));
    pool = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
    used = 0;
  }
  used += digits;
  return pool.slice(used - digits, used);
}

async function compress(body: Body, format: "gzip" | "deflate"): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bodyText(body)]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Stands for "no domain": a name that is never anybody's (RFC 2606). */
const NONE = "none.invalid";

/** A domain as DNS spells it, by the one speller that every runtime of the web has. */
function asciiDomain(domain: string): string {
  const url = new URL(`ws://${NONE}`);
  // What is no domain leaves it as it was.
  url.hostname = domain;
  return url.hostname === NONE ? "" : url.hostname;
}

const utf8 = new TextEncoder();

/** A runtime that has what browsers have, without a page and without Node: Workers, Vercel's Edge. */
export const edgePlatform: ServerPlatform = {
  now: () => Date.now(),
  uuid: createUuidV7(Date.now, randomHex),
  timer(callback, ms) {
    const timeout = setTimeout(callback, ms);
    return () => clearTimeout(timeout);
  },
  bytes: (text) => utf8.encode(text).length,
  fetch: (url, init) => fetch(url, init as RequestInit),
  aborter(ms) {
    const controller = new AbortController();
    const timeout = setTimeout(() => controller.abort(), ms);
    return {
      signal: controller.signal,
      abort: () => controller.abort(),
      done: () => clearTimeout(timeout),
    };
  },
  hmac,
  asciiDomain,
  compress:
    typeof CompressionStream === "undefined"
      ? {}
      : {
          gzip: (body) => compress(body, "gzip"),
          deflate: (body) => compress(body, "deflate"),
        },
  // An instance is frozen or dropped without a word: that is what `waitUntil` is for.
  leaving: () => () => {},
  warn: (message) => console.warn(message),
  print: (line) => console.log(line),
};
