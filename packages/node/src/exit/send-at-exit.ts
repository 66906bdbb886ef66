import { spawnSync } from "node:child_process";
import type { LastRequest } from "@dd0c/track-core/server";

/** What the end of the process waits for its last requests, in ms. */
const WAIT_MS = 1_000;

/** What it waits besides for a machine that is too busy to start the helper, which takes 50 ms else. */
const START_MS = 4_000;

/** The helper's whole program: it reads the requests, makes them, and ends. */
const PROGRAM = `
let text = "";
process.stdin.on("data", (piece) => (text += piece)).on("end", () => {
  setTimeout(() => process.exit(), ${WAIT_MS}).unref();
  for (const { url, headers, body } of JSON.parse(text)) {
    const { request } = require(url.startsWith("https:") ? "node:https" : "node:http");
    request(url, { method: "POST", headers }, (reply) => reply.resume())
      .on("error", () => {})
      .end(body);
  }
});`;

const waiting = new Set<() => readonly LastRequest[]>();

/** An exiting process waits for nothing but a child that it runs to its end: that makes the requests. */
function send(): void {
  const requests = [...waiting].flatMap((left) => left());
  if (!requests.length) return;
  spawnSync(process.execPath, ["-e", PROGRAM], {
    input: JSON.stringify(requests),
    timeout: START_MS + WAIT_MS,
    stdio: ["pipe", "ignore", "ignore"],
    // The host's own flags, such as a debugger's port or a module to preload, are not the helper's.
    env: { ...process.env, NODE_OPTIONS: "" },
  });
}

/**
 * Makes what requests are left when the process exits, `process.exit` included, by a process of their
 * own that has a second for them. Nobody learns what became of them: they may arrive twice, under their uuids.
 */
export function sendAtExit(left: () => readonly LastRequest[]): () => void {
  if (!waiting.size) process.on("exit", send);
  waiting.add(left);
  return () => {
    waiting.delete(left);
    if (!waiting.size) process.off("exit", send);
  };
}
