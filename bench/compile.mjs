// `dd0c-track check` + `generate` of every emitter, cold, on plans of 1,000 and 10,000 events × 8
// properties, beside just parsing the same YAML with the `yaml` package; and one edit under --watch.
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { interleaved, measure, table } from "./measure.mjs";
import { writePlan } from "./plan.mjs";

const everyEmitter = ["typescript", "zod", "json-schema", "markdown", "manifest"];

/** Measures both sizes cold, then the warm edit. */
export async function compile({ root, folder }) {
  const rows = [];
  // First, while the disk is not busy with the files of ten thousand events.
  const warm = await warmEdit({ root, folder: join(folder, "warm") });
  for (const [count, rounds] of [
    [1000, 3],
    [10_000, 1],
  ]) {
    const { project, paths } = writeProject(join(folder, String(count)), count, everyEmitter);
    const command = join(root, "packages", "cli", "bin", "dd0c-track.js");
    const parse = join(root, "bench", "parse-yaml.mjs");
    const [check, generate, peer] = await interleaved(rounds, [
      () => measure(process.execPath, [command, "check"], { cwd: project }),
      async () => {
        setAside(join(project, "out"));
        return measure(process.execPath, [command, "generate"], { cwd: project });
      },
      () => measure(process.execPath, [parse, ...paths], { cwd: root }),
    ]);
    const size = count.toLocaleString("en");
    const row = (what, cost) => [
      `${size} events: ${what}`,
      cost.wall.toFixed(2),
      cost.cpu.toFixed(2),
      cost.memory.toFixed(0),
      (cost.wall / peer.wall).toFixed(2),
    ];
    rows.push(
      row("check, with the rules of plans", check),
      row("generate, all emitters, which compiles again", generate),
      row("check + generate, as two processes", add(check, generate)),
      row("the yaml package parses it", peer),
    );
  }
  return `${table(["cold, as processes", "wall s", "CPU s", "peak MB", "× yaml"], rows)}\n\nWarm, one of 20 files of a 1,000-event plan edited under \`generate --watch\`: ${warm.median} ms from the write to the line that says it is done (median of ${counted}, after ${warmUp} others; the very first took ${warm.first} ms). Files ${place(folder)}.`;
}

/** A generated browser client of 1,000 events; returns its path. */
export async function generateClient({ root, folder }) {
  const { project } = writeProject(folder, 1000, ["typescript"]);
  await measure(
    process.execPath,
    [join(root, "packages", "cli", "bin", "dd0c-track.js"), "generate"],
    { cwd: project },
  );
  return join(project, "out", "typescript", "browser.ts");
}

let setAsideBefore = 0;

/**
 * Takes a folder away by moving it; the bench's end deletes all. On ext4 a file that is created within
 * minutes of deleting thousands costs several times as much, since the kernel passes over what was
 * freed just now: deleting here would be measured there.
 */
function setAside(folder) {
  if (existsSync(folder)) renameSync(folder, `${folder}-${++setAsideBefore}`);
}

function writeProject(project, count, emitters) {
  mkdirSync(project, { recursive: true });
  const { paths } = writePlan(join(project, "plan"), count);
  const outputs = emitters.map((name) => `  - emitter: ${name}\n    to: out/${name}\n`).join("");
  writeFileSync(join(project, "dd0c-track.yaml"), `plan: plan/plan.yaml\noutputs:\n${outputs}`);
  return { project, paths };
}

function add(a, b) {
  return { wall: a.wall + b.wall, cpu: a.cpu + b.cpu, memory: Math.max(a.memory, b.memory) };
}

/** Where the outputs lie, which has its part in the wall time: a thousand events are two thousand files. */
function place(folder) {
  const tmpfs = 0x01021994;
  return statfsSync(folder).type === tmpfs ? "in memory (tmpfs)" : "on a disk";
}

/** Edits before the engine has compiled what it runs, and edits that count. */
const warmUp = 5;
const counted = 9;

async function warmEdit({ root, folder }) {
  const { project, paths } = writeProject(folder, 1000, everyEmitter);
  const child = spawn(
    process.execPath,
    [join(root, "packages", "cli", "bin", "dd0c-track.js"), "generate", "--watch"],
    { cwd: project, stdio: ["ignore", "pipe", "pipe"] },
  );
  const lines = linesOf(child);
  try {
    await lines.next();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const times = [];
    for (let edit = 0; edit < warmUp + counted; edit++) {
      const started = performance.now();
      const text = readFileSync(paths[5], "utf8");
      writeFileSync(
        paths[5],
        text.replace(/Thing number 4 was [^.]*\./, `Thing number 4 was edited ${edit}.`),
      );
      await lines.next();
      times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    const warm = times.slice(warmUp).sort((a, b) => a - b);
    return { first: times[0].toFixed(0), median: warm[(counted - 1) / 2].toFixed(0) };
  } finally {
    child.kill("SIGINT");
  }
}

/** The moments at which the watcher says that it is done. */
function linesOf(child) {
  let wake = () => {};
  let done = 0;
  let seen = 0;
  const listen = (chunk) => {
    done += String(chunk)
      .split("\n")
      .filter((line) => /\d+ ms/.test(line)).length;
    wake();
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  return {
    async next() {
      const limit = setTimeout(() => wake(new Error("the watcher said nothing for 60 s")), 60_000);
      while (done <= seen) {
        const error = await new Promise((resolve) => (wake = resolve));
        if (error) throw error;
      }
      clearTimeout(limit);
      seen += 1;
    },
  };
}
