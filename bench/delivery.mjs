// What an event costs the program that tracks it, and what its delivery costs, beside posthog-node,
// Segment's and RudderStack's clients and a hand-written floor. Each run is a process of its own,
// against a sink in another, which has to have seen every event.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { table } from "./measure.mjs";

const TITLES = {
  ours: "dd0c/track",
  posthog: "posthog-node",
  segment: "@segment/analytics-node",
  rudder: "@rudderstack/rudder-sdk-node",
  floor: "floor",
};
const ROUNDS = Number(process.env.ROUNDS ?? 3);
/** Who is so slow that fewer events tell as much. */
const EVENTS = { segment: 20_000, rudder: 2_000 };
/** Who makes a request for each call that finds its batch full is given no more than a batch at once. */
const CHUNK = { rudder: 20 };
/** What takes longer than this, in ms, is stopped and never tried again. */
const PATIENCE = 40_000;

/** Measures all contestants in turn, and answers tables with medians. */
export async function delivery({ root, folder }) {
  await installPeers(root);
  const code = await bundleClient(root, folder);
  const sink = fork(join(root, "bench/delivery-sink.mjs"));
  const [{ port }] = await once(sink, "message");
  const told = { code, url: `http://127.0.0.1:${port}` };
  const results = await measureAll(sink, told);
  sink.disconnect();

  const median = (who, name) => {
    const figures = [...(results[who][name] ?? [])].sort((a, b) => a - b);
    return figures[Math.floor(figures.length / 2)];
  };
  const cell = (who, name, print) => {
    const figure = median(who, name);
    return figure === undefined ? "–" : print(figure);
  };
  const whole = (who, name) => cell(who, name, (it) => Math.round(it).toLocaleString("en"));
  const places = (who, name) => cell(who, name, (it) => it.toFixed(2));
  const times = (who, name, to) =>
    cell(who, name, (it) => `${(it / median(to, name)).toFixed(2)} ×`);

  const cost = Object.entries(TITLES).map(([who, title]) => [
    title,
    ...["p50", "p99"].flatMap((name) => [whole(who, name), times(who, name, "floor")]),
    whole(who, "whole"),
  ]);
  const sent = Object.entries(TITLES).map(([who, title]) => [
    title,
    whole(who, "rate"),
    times(who, "rate", "posthog"),
    places(who, "cpu"),
    times(who, "cpu", "posthog"),
    places(who, "main"),
    whole(who, "rss"),
  ]);
  const bursts = Object.entries(TITLES).map(([who, title]) => [
    title,
    whole(who, "sync"),
    whole(who, "stall"),
    whole(who, "down"),
  ]);
  return [
    "One call in the caller, in ns, and the mean of a call together with the microtasks that it leaves behind. The floor pushes what `JSON.stringify` says of the same event.",
    table(["one call", "p50", "to the floor", "p99", "to the floor", "with microtasks"], cost),
    `A hashed property (HMAC-SHA-256 under the host's key) adds ${whole("ours", "seen")} ns to a call when its value was seen before, ${whole("ours", "fresh")} ns when not.`,
    "100,000 events in chunks of 1,000, each delivered before the next (Segment 20,000 in batches of 100; RudderStack 2,000 in chunks of 20, for a call that finds more waiting makes a request of its own and writes the whole queue as JSON). The floor sends gzipped batches of 500 over four connections. The main thread's CPU as Linux counts it.",
    table(
      [
        "delivery",
        "events/s",
        "to posthog-node",
        "CPU s per 100,000",
        "to posthog-node",
        "main thread, CPU µs an event",
        "peak RSS, MB",
      ],
      sent,
    ),
    `10,000 in one tick; 50,000 over 2 s while the host is down. A dash: not done within ${PATIENCE / 1_000} s, or the client ended the process.`,
    table(
      [
        "burst and outage",
        "10,000 in a tick: in the calls, ms",
        "longest stall, ms",
        "host down, 50,000 waiting: peak RSS, MB",
      ],
      bursts,
    ),
  ].join("\n\n");
}

async function installPeers(root) {
  const peers = join(root, "bench", "peers");
  if (existsSync(join(peers, "node_modules", ".package-lock.json"))) return;
  console.log("Installing the clients that we measure ourselves beside …");
  const install = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const [status] = await once(spawn("npm", install, { cwd: peers, stdio: "inherit" }), "close");
  if (status !== 0) throw new Error("npm ci failed in bench/peers.");
}

async function bundleClient(root, folder) {
  const { build } = await import("esbuild");
  const outfile = join(folder, "client.mjs");
  await build({
    entryPoints: [join(root, "packages/core/tests/fixtures/cost-node.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["dd0c-source"],
    logLevel: "error",
  });
  return outfile;
}

/** Contestant → figure → its values, one a round. */
async function measureAll(sink, told) {
  const results = Object.fromEntries(Object.keys(TITLES).map((who) => [who, {}]));
  const failed = new Set();
  for (let round = 0; round < ROUNDS; round++)
    for (const what of ["calls", "throughput", "stall", "down", "hashed"])
      for (const who of what === "hashed" ? ["ours"] : Object.keys(TITLES)) {
        if (failed.has(`${who} ${what}`)) continue;
        const url = what === "down" ? "http://127.0.0.1:9" : told.url;
        const end = await run({
          ...told,
          url,
          who,
          what,
          events: EVENTS[who] ?? 100_000,
          chunk: CHUNK[who] ?? 1_000,
        });
        sink.send("count");
        const [{ events }] = await once(sink, "message");
        if (!end && (who === "ours" || who === "floor")) throw new Error(`${who} failed: ${what}.`);
        if (!end) failed.add(`${who} ${what}`);
        else if (events < end.tracked)
          throw new Error(`${who}, ${what}: ${events} of ${end.tracked} events arrived.`);
        for (const [name, figure] of Object.entries(end?.figures ?? {})) {
          results[who][name] ??= [];
          results[who][name].push(figure);
        }
      }
  return results;
}

/** Runs one program; undefined when it fails or takes too long. */
async function run(told) {
  const program = new URL("./delivery-program.mjs", import.meta.url).pathname;
  const isOurs = told.who === "ours" || told.who === "floor";
  const child = spawn(process.execPath, [program, JSON.stringify(told)], {
    stdio: ["ignore", "pipe", isOurs ? "inherit" : "ignore"],
    timeout: PATIENCE,
    killSignal: "SIGKILL",
  });
  let output = "";
  child.stdout.on("data", (text) => (output += text));
  const [status] = await once(child, "close");
  return status === 0 ? JSON.parse(output.slice(output.indexOf('{"tracked"'))) : undefined;
}
