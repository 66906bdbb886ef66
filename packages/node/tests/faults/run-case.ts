import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Stats } from "@dd0c/track-core";
import type { FaultCase, Mode } from "./cases";

/** Who is put through a fault. */
export type Contestant =
  | "dd0c/track"
  | "dd0c/track with a spool"
  | "dd0c/track with an exit hook"
  | "posthog-node";

/** What became of a case's events, as the host saw it. */
export interface Outcome {
  readonly lost: number;
  /** Events that PostHog would show twice: taken under two uuids. */
  readonly doubled: number;
  /** Taken again under the uuid that they had: PostHog keeps one. */
  readonly again: number;
  /** Drops that the tracker itself counted; undefined where it has no counters or could not tell. */
  readonly counted: number | undefined;
  readonly requests: number;
  /** From the end of tracking and of the fault, whichever came last, to the end of the case, in ms. */
  readonly took: number;
}

interface Told {
  readonly arrived: number;
  readonly doubled: number;
  readonly again: number;
  readonly requests: number;
}

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
/** What posthog-node is given to recover, in ms: what comes later than that is taken for lost. */
const PATIENCE = 15_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function ask(host: ChildProcess): Promise<Told> {
  host.send("tell");
  const [told] = await once(host, "message");
  return told as Told;
}

/** Runs one program; answers how long it lived after it had tracked, and what it counted. */
async function runProgram(
  told: object & Pick<FaultCase, "disk">,
  whenTracked: (child: ChildProcess, ended: Promise<unknown>) => Promise<void> | void,
): Promise<number | undefined> {
  const line = [process.execPath, path("program.mjs"), JSON.stringify(told)];
  // A file that may not grow is as near to a full disk as every machine can come.
  const limit = `trap '' XFSZ; ulimit -f ${told.disk}; exec "$@"`;
  const [command = "", ...args] = told.disk ? ["bash", "-c", limit, "bash", ...line] : line;
  const child = spawn(command, args);
  const ended = once(child, "close");
  let output = "";
  child.stderr.on("data", () => {});
  const tracked = new Promise<void>((resolve) => {
    child.stdout.on("data", (text) => {
      output += text;
      if (output.includes("tracked")) resolve();
    });
  });
  await Promise.race([tracked, ended]);
  await whenTracked(child, ended);
  await ended;
  const { stats } = JSON.parse(/\{.*\}/s.exec(output)?.[0] ?? "{}") as { stats?: Stats };
  return stats && Object.values(stats.dropped).reduce((sum, count) => sum + count, 0);
}

/** Puts a contestant through a fault: host and program are processes of their own. `code` is ours, bundled. */
export async function runCase(fault: FaultCase, who: Contestant, code: string): Promise<Outcome> {
  const host = fork(path("host.mjs"));
  const [{ port }] = (await once(host, "message")) as [{ port: number }];
  const spool =
    who === "dd0c/track with a spool" || (fault.disk && who === "dd0c/track")
      ? mkdtempSync(join(tmpdir(), "dd0c-faults-"))
      : undefined;
  const { events, workers = 0, forks = 0, end } = fault;
  const tracked = events * (workers + forks + 1);
  const all = tracked - (fault.mayLose ?? 0);
  const url = `http://${fault.nameless ? "localhost" : "127.0.0.1"}:${port}`;
  const exitHook = who === "dd0c/track with an exit hook" || undefined;
  const program = { ...fault, who, code, spool, exitHook, url };
  const set = (mode: Mode): boolean => host.send(mode);
  let calm = Date.now();
  const timers = fault.host.flatMap(([at, mode]) => {
    if (at === 0) set(mode);
    return at ? [setTimeout(set, at, mode)] : [];
  });
  try {
    const last = Math.max(...fault.host.map(([at]) => at));
    const started = Date.now();
    const counted = await runProgram(program, async (child, ended) => {
      calm = Math.max(Date.now(), started + last);
      if (end.startsWith("SIG")) {
        await pause(100);
        child.kill(end === "SIGKILL" ? "SIGKILL" : "SIGTERM");
      }
      if (end !== "stay") return;
      await Promise.race([
        everything(host, all, calm + (who === "posthog-node" ? PATIENCE : (fault.within ?? 0))),
        ended,
      ]);
      // It would wait for new events for ever.
      child.kill("SIGKILL");
    });
    const took = Math.max(0, Date.now() - calm);
    if (spool && fault.needs) {
      await pause(Math.max(0, calm - Date.now()));
      await runProgram({ ...program, events: 0, end: "shutdown" }, () => {});
    }
    const { arrived, ...seen } = await ask(host);
    return { ...seen, lost: tracked - arrived, counted, took };
  } finally {
    for (const timer of timers) clearTimeout(timer);
    host.disconnect();
    if (spool) rmSync(spool, { recursive: true, force: true });
  }
}

/** Resolves when all that can arrive has arrived, or at `deadline`. */
async function everything(host: ChildProcess, count: number, deadline: number): Promise<void> {
  while ((await ask(host)).arrived < count && Date.now() < deadline) await pause(25);
  // What comes twice comes within this.
  await pause(150);
}
