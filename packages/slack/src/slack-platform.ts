import { createHmac, createSecretKey, randomFillSync } from "node:crypto";
import { domainToASCII } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { bodyText, createUuidV7, type ServerPlatform, shareLeaving } from "@dd0c/track-core/server";

const gzipText = promisify(gzip);
/** Enough for 1,700 events. */
const random = Buffer.alloc(16_384);
let pool = "";
let used = 0;

/** Random digits are asked for in bulk: one by one they would cost more than the event. */
function randomHex(digits: number): string {
  if (used + digits > pool.length) {
    pool = randomFillSync(random).toString("hex");
    used = 0;
  }
  used += digits;
  return pool.slice(used - digits, used);
}

/** A Slack bot's server as the core sees it. */
export const slackPlatform: ServerPlatform = {
  now: () => Date.now(),
  uuid: createUuidV7(Date.now, randomHex),
  timer(callback, ms, hold) {
    if (ms === 0) {
      // Never unref'd: an idle loop would run it only with the next thing that wakes it, and it
      // keeps a process for no longer than this turn.
      const immediate = setImmediate(callback);
      return () => clearImmediate(immediate);
    }
    const timeout = setTimeout(callback, ms);
    if (!hold) timeout.unref();
    return () => clearTimeout(timeout);
  },
  bytes: (text) => Buffer.byteLength(text),
  fetch: (url, init) => fetch(url, init as RequestInit),
  aborter(ms) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), ms);
    timer.unref();
    return {
      signal: controller.signal,
      abort: () => controller.abort(),
      done: () => clearTimeout(timer),
    };
  },
  hmac(secret) {
    const key = createSecretKey(secret, "utf8");
    return (text) => createHmac("sha256", key).update(text).digest("base64url");
  },
  asciiDomain: domainToASCII,
  compress: { gzip: async (body) => new Uint8Array(await gzipText(bodyText(body), { level: 1 })) },
  leaving: shareLeaving((callback) => {
    process.on("beforeExit", callback);
    return () => process.off("beforeExit", callback);
  }),
  warn: (message) => console.warn(message),
  print: (line) => console.log(line),
};
