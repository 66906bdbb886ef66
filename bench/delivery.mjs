// What an event costs the program that tracks it, and what its delivery costs, beside posthog-node and
// a hand-written floor. Each run is a process of its own, against a sink in another.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { table } from "./measure.mjs";

const CONTESTANTS = { ours: "dd0c/track", theirs: "posthog-node", floor: "floor" };
const ROUNDS = Number(process.env.ROUNDS ?? 5);

/** Measures all contestants in turn, and answers two tables with medians. */
export async function delivery({ root, folder }) {
  const code = join(folder, "client.mjs");
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(root, "packages/core/tests/fixtures/cost-node.ts")],
    outfile: code,
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["dd0c-source"],
    logLevel: "error",
  });
  const sink = fork(join(root, "bench/delivery-sink.mjs"));
  const [{ port }] = await once(sink, "message");
  const run = (who, what) => measureIn({ who, what, code, url: `http://127.0.0.1:${port}` });

  const results = Object.fromEntries(Object.keys(CONTESTANTS).map((who) => [who, {}]));
  for (let round = 0; round < ROUNDS; round++)
    for (const what of ["calls", "throughput", "stall"])
      for (const who of Object.keys(CONTESTANTS)) {
        const figures = await run(who, what);
        for (const [name, figure] of Object.entries(figures))
          results[who][name] = [...(results[who][name] ?? []), figure];
      }
  sink.disconnect();
  const median = (who, name) => results[who][name].sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  const times = (who, name) => `${(median(who, name) / median("floor", name)).toFixed(2)} ×`;
  const whole = (who, name) => Math.round(median(who, name)).toLocaleString("en");

  const cost = Object.entries(CONTESTANTS).map(([who, title]) => [
    title,
    ...["p50", "p99"].flatMap((name) => [whole(who, name), times(who, name)]),
  ]);
  const sent = Object.entries(CONTESTANTS).map(([who, title]) => [
    title,
    whole(who, "rate"),
    median(who, "cpu").toFixed(2),
    whole(who, "rss"),
    whole(who, "sync"),
    whole(who, "stall"),
  ]);
  return [
    "One call in the caller, in ns. The floor pushes what `JSON.stringify` says of the same event.",
    table(["one call", "p50", "to the floor", "p99", "to the floor"], cost),
    "100,000 events in chunks of 1,000, each flushed; then 10,000 in one tick. The floor sends gzipped batches of 500 over four connections. Segment's and RudderStack's clients are not installed here.",
    table(
      [
        "delivery",
        "events/s",
        "CPU s per 100,000",
        "peak RSS, MB",
        "10,000 in a tick: in the calls, ms",
        "longest stall, ms",
      ],
      sent,
    ),
  ].join("\n\n");
}

async function measureIn(told) {
  const program = new URL("./delivery-program.mjs", import.meta.url).pathname;
  const child = spawn(process.execPath, [program, JSON.stringify(told)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (text) => (output += text));
  const [status] = await once(child, "close");
  if (status !== 0) throw new Error(`${told.who}, ${told.what}: ended with ${status}`);
  return JSON.parse(output);
}
