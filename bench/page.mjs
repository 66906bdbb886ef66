// What a call costs a page in Chromium, beside posthog-js, its small sister, Segment's and Snowplow's
// clients, and a floor written by hand. Each contestant has a page of its own, in turn.
import { createServer } from "node:http";
import { join } from "node:path";
import { table } from "./measure.mjs";
import { CONTESTANTS } from "./page-peers/contestants.mjs";
import { installPagePeers, PEERS } from "./page-peers/install.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 5);

/** Measures all contestants and answers a table with medians; nothing where there is no Chromium. */
export async function page({ root }) {
  await installPagePeers();
  const { chromium } = await import("playwright-core");
  const scripts = new Map();
  for (const [name, code] of Object.entries(CONTESTANTS))
    scripts.set(name, await bundlePage(root, code));
  let script = "";
  const site = createServer((request, response) => {
    // Isolated pages have a clock of 5 µs instead of 100.
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-embedder-policy", "require-corp");
    request.resume();
    const isPage = request.url === "/";
    const isScript = request.url === "/page.js";
    response.setHeader(
      "content-type",
      isPage ? "text/html" : isScript ? "text/javascript" : "application/json",
    );
    response.end(
      isPage ? '<!doctype html><script src="/page.js"></script>' : isScript ? script : "{}",
    );
  });
  await new Promise((listening) => site.listen(0, "127.0.0.1", listening));
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const figures = new Map([...scripts.keys()].map((name) => [name, []]));
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, code] of scripts) {
        script = code;
        const context = await browser.newContext();
        const tab = await context.newPage();
        await tab.goto(`http://127.0.0.1:${site.address().port}/`);
        figures.get(name).push(await tab.evaluate(measureCalls));
        await context.close();
      }
  } finally {
    await browser.close();
    site.close();
    site.closeAllConnections();
  }
  const median = (name, what) =>
    figures
      .get(name)
      .map((figure) => figure[what])
      .sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  const rows = [...figures.keys()].map((name) => [
    name,
    ...["p50", "p99"].flatMap((what) => [
      median(name, what).toFixed(1),
      `${(median(name, what) / median("floor", what)).toFixed(1)} ×`,
    ]),
    Math.max(...figures.get(name).map(({ writes }) => writes)).toLocaleString("en"),
  ]);
  return [
    "One call in a page, in µs, over blocks of ten (the clock of an isolated page shows 5 µs). The floor pushes what `JSON.stringify` says of the same event with a time and a uuid. Writes are those to localStorage within 1,000 calls themselves.",
    table(
      ["one call in Chromium", "p50", "to the floor", "p99", "to the floor", "writes in the calls"],
      rows,
    ),
  ].join("\n\n");
}

async function bundlePage(root, contents) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: PEERS, loader: "js" },
    alias: { "cost-browser": join(root, "packages/core/tests/fixtures/cost-browser.ts") },
    nodePaths: [join(root, "node_modules")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    conditions: ["dd0c-source"],
    write: false,
    logLevel: "error",
  });
  return outputFiles[0].text;
}

/** Runs in the page. Pauses between the blocks let each client do what it puts off. */
async function measureCalls() {
  const pause = () => new Promise((done) => setTimeout(done, 2));
  let writes = 0;
  const { setItem } = Storage.prototype;
  let isCalling = false;
  Storage.prototype.setItem = function (...entry) {
    if (isCalling) writes++;
    return setItem.apply(this, entry);
  };
  let n = 0;
  for (let block = 0; block < 50; block++) {
    for (let i = 0; i < 10; i++) globalThis.call(n++);
    await pause();
  }
  const times = [];
  for (let block = 0; block < 100; block++) {
    isCalling = true;
    const started = performance.now();
    for (let i = 0; i < 10; i++) globalThis.call(n++);
    times.push((performance.now() - started) * 100);
    isCalling = false;
    await pause();
  }
  times.sort((a, b) => a - b);
  return { p50: times[50], p99: times[98], writes };
}
