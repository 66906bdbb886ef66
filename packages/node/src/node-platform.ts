import { randomFillSync } from "node:crypto";
import { domainToASCII } from "node:url";
import { createUuidV7, type ServerPlatform, shareLeaving } from "@dd0c/track-core/server";
import { compress } from "./compress";
import { createAborter } from "./cut-off";
import { hmacSha256 } from "./hmac-sha256";
import { postByHttp } from "./post-by-http";

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

/** Node as the core sees it. */
export const nodePlatform: ServerPlatform = {
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
  fetch: postByHttp(),
  aborter: createAborter,
  hmac: hmacSha256,
  asciiDomain: domainToASCII,
  compress,
  leaving: shareLeaving((callback) => {
    process.on("beforeExit", callback);
    return () => process.off("beforeExit", callback);
  }),
  warn: (message) => console.warn(message),
  print: (line) => console.log(line),
};
