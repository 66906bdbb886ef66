// A host's program that tracks and ends as it is told: `node program.mjs '<json>'`. It says "tracked"
// once it has tracked, and at its end what its tracker counted.

import { fork } from "node:child_process";
import { lookup } from "node:dns";
import { writeSync } from "node:fs";
import { Agent } from "node:http";
import { isMainThread, Worker, workerData } from "node:worker_threads";

const told = workerData ?? JSON.parse(process.argv[2]);
const { who, code, url, from = 0, events, bytes = 0, pace, poison, end, spool, back } = told;
const namedAt = Date.now() + (told.nameless ?? 0);
/** What a resolver says of a name that it does not know. */
const notFound = () =>
  Object.assign(new Error("getaddrinfo ENOTFOUND localhost"), { code: "ENOTFOUND" });
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function findName(name, options, done) {
  if (Date.now() < namedAt) setImmediate(done, notFound());
  else lookup(name, options, done);
}

async function startOurs() {
  const { createTracker } = await import(code);
  const tracker = createTracker({
    api_key: "phc",
    host: url,
    context: { app_version: "1" },
    onError() {},
    flush_interval: 300,
    exitHook: told.exitHook,
    ...(spool && { spool: { folder: spool } }),
    ...(told.nameless && { agent: new Agent({ keepAlive: true, lookup: findName }) }),
  });
  const { track } = tracker.forTenant("t1");
  return {
    track: (properties) => track.cost.anomaly.snoozed(properties),
    shutdown: () => tracker.shutdown(),
    stats: () => tracker.stats(),
  };
}

async function startTheirs() {
  const { PostHog } = await import("posthog-node");
  const posthog = new PostHog("phc", {
    host: url,
    flushInterval: 500,
    fetchRetryDelay: 300,
    requestTimeout: 1_000,
    ...(told.nameless && {
      async fetch(...given) {
        if (Date.now() < namedAt) throw new TypeError("fetch failed", { cause: notFound() });
        return fetch(...given);
      },
    }),
  });
  return {
    track: (properties) =>
      posthog.capture({ distinctId: "$tenant_t1", event: "cost.anomaly.snoozed", properties }),
    shutdown: () => posthog.shutdown(),
    stats: () => undefined,
  };
}

/** The wall clock jumps back by `ms`, for whoever asks it from now on. */
function turnBack(ms) {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length ? given : [Real.now() - ms]));
    }
    static now() {
      return Real.now() - ms;
    }
  };
}

const client = await (who === "posthog-node" ? startTheirs() : startOurs());
if (isMainThread) process.on("exit", () => writeSync(1, JSON.stringify({ stats: client.stats() })));

for (let n = 0; n < events; n++) {
  const isPoison = poison && n === poison.at;
  client.track({ hours: from + n, text: "x".repeat(isPoison ? poison.bytes : bytes) });
  if (pace && n % pace.events === pace.events - 1) await pause(pace.every);
  if (back && n === events >> 1) turnBack(back);
}
if (told.workers && isMainThread)
  await Promise.all(
    Array.from(
      { length: told.workers },
      (_, at) =>
        new Promise((resolve) => {
          const workerData = { ...told, from: (at + 1) * events, end: "shutdown" };
          new Worker(new URL(import.meta.url), { workerData }).on("exit", resolve);
        }),
    ),
  );
if (told.forks)
  await Promise.all(
    Array.from({ length: told.forks }, (_, at) => {
      const { forks, ...rest } = told;
      const child = { ...rest, from: (at + 1) * events, end: "shutdown" };
      const program = fork(new URL(import.meta.url), [JSON.stringify(child)], { silent: true });
      return new Promise((resolve) => program.on("exit", resolve));
    }),
  );
if (isMainThread) setImmediate(() => writeSync(1, "tracked\n"));

if (end === "shutdown") await client.shutdown();
if (end === "exit") setImmediate(() => process.exit(0));
if (end === "stay" || end.startsWith("SIG")) setInterval(() => {}, 1_000);
if (end === "SIGTERM with shutdown")
  process.once("SIGTERM", async () => {
    await client.shutdown();
    process.exit(0);
  });
