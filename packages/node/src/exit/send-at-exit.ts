import { Worker } from "node:worker_threads";
import type { LastRequest } from "@dd0c/track-core/server";

/** What the end of the process waits for its last requests, in ms. */
const WAIT_MS = 1_000;

/** What it waits besides for a machine that is too busy to start the thread, which takes 40 ms else. */
const START_MS = 1_000;

/** Requests at once: a full queue is hundreds of them, and each would have a connection of its own. */
const SOCKETS = 32;

/** What the thread says in the memory that it shares with the one that waits. */
const STARTED = 1;
const DONE = 2;

/** The thread's whole program: it makes the requests, and says so when each has its answer. */
const PROGRAM = `
const { requests, state } = require("node:worker_threads").workerData;
const say = (what) => {
  Atomics.store(state, 0, what);
  Atomics.notify(state, 0);
};
const agents = {};
let left = requests.length;
const done = () => --left || say(${DONE});
say(${STARTED});
for (const { url, headers, body } of requests) {
  const name = url.startsWith("https:") ? "node:https" : "node:http";
  const { request, Agent } = require(name);
  const agent = (agents[name] ??= new Agent({ keepAlive: true, maxSockets: ${SOCKETS} }));
  request(url, { method: "POST", headers, agent }, (reply) => (done(), reply.resume()))
    .on("error", done)
    .end(body);
}`;

const waiting = new Set<() => readonly LastRequest[]>();
/** When the loop had nothing left to do, as `performance.now()` says it. */
let idleSince = Number.NEGATIVE_INFINITY;
const idleFor = (): number => performance.now() - idleSince;
/** Past this a loop that had nothing to do has found something else. */
const AFRESH_MS = 2 * WAIT_MS;

function loopEnds(): void {
  if (idleFor() > AFRESH_MS) idleSince = performance.now();
}

/** An exiting process runs no loop, but it can stand still while a thread makes its requests. */
function send(): void {
  // A loop that ends by itself has waited for delivery already: a second in all.
  const wait = idleFor() > AFRESH_MS ? WAIT_MS : WAIT_MS - idleFor();
  if (wait <= 0) return;
  try {
    const requests = [...waiting].flatMap((left) => left());
    if (!requests.length) return;
    const state = new Int32Array(new SharedArrayBuffer(4));
    new Worker(PROGRAM, {
      eval: true,
      workerData: { requests, state },
      // The host's own flags, such as a module to preload, are not the thread's.
      execArgv: [],
      env: { ...process.env, NODE_OPTIONS: "" },
      stdout: true,
      stderr: true,
    });
    Atomics.wait(state, 0, 0, START_MS);
    Atomics.wait(state, 0, STARTED, wait);
  } catch {
    // No threads, or no leave to start one: what waits is lost, as it would be without us.
  }
}

/**
 * Makes what requests are left when the process exits, `process.exit` included, in a thread that has a
 * second for them. Nobody learns what became of them: they may arrive twice, under their uuids.
 */
export function sendAtExit(left: () => readonly LastRequest[]): () => void {
  if (!waiting.size) process.on("exit", send).on("beforeExit", loopEnds);
  waiting.add(left);
  return () => {
    waiting.delete(left);
    if (!waiting.size) process.off("exit", send).off("beforeExit", loopEnds);
  };
}
