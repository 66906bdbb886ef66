// What a call costs a page in Chromium, beside posthog-js, its small sister, Segment's and Snowplow's
// clients, and a floor written by hand. Each contestant has a page of its own, in turn.
import { createServer } from "node:http";
import { join } from "node:path";
import { table } from "./measure.mjs";
import { CONTESTANTS } from "./page-peers/contestants.mjs";
import { installPagePeers, PEERS } from "./page-peers/install.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 5);

/** A page takes a few seconds; one that has said nothing after so many is given up, in s. */
const PAGE_S = 60;

/** No new round begins after so many, in s: on a busy machine a round takes minutes. */
const MOST_S = 300;

/** Measures all contestants and answers a table with medians over the rounds that were done. */
export async function page({ root }) {
  await installPagePeers();
  const { chromium } = await import("playwright-core");
  const scripts = new Map();
  for (const [name, code] of Object.entries(CONTESTANTS))
    scripts.set(name, await bundlePage(root, code));
  const site = await openSite(scripts);
  const figures = new Map([...scripts.keys()].map((name) => [name, []]));
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1_000;
  let rounds = 0;
  try {
    while (rounds < ROUNDS && seconds() < MOST_S) {
      rounds++;
      for (const [index, name] of [...scripts.keys()].entries()) {
        const before = seconds();
        const figure = await measurePage(chromium, `${site.url}/${index}`);
        figures.get(name).push(figure);
        const said = figure ? `${figure.p50.toFixed(1)} µs` : "given up";
        console.error(`round ${rounds}, ${name}: ${said}, ${(seconds() - before).toFixed(1)} s`);
      }
    }
  } finally {
    site.close();
  }
  return report(figures, rounds);
}

/** A site with a page for each contestant; it takes whatever they send. */
async function openSite(scripts) {
  const codes = [...scripts.values()];
  const server = createServer((request, response) => {
    // Isolated pages have a clock of 5 µs instead of 100.
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-embedder-policy", "require-corp");
    request.resume();
    const [, index, isScript] = /^\/(\d+)(\.js)?$/.exec(request.url) ?? [];
    const type =
      index === undefined ? "application/json" : isScript ? "text/javascript" : "text/html";
    response.setHeader("content-type", type);
    response.end(
      index === undefined
        ? "{}"
        : isScript
          ? codes[index]
          : `<!doctype html><script src="/${index}.js"></script>`,
    );
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Measures one page in a browser of its own, so that nothing of the page before runs beside it; once
 * more if the browser dies or says nothing in time. Undefined if that fails too.
 */
async function measurePage(chromium, url) {
  for (let attempt = 0; attempt < 2; attempt++) {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      // Shared memory may be small, or full of other benches' files.
      args: ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"],
    });
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error("said nothing in time")), PAGE_S * 1_000);
    });
    try {
      const tab = await browser.newPage();
      return await Promise.race([tab.goto(url).then(() => tab.evaluate(measureCalls)), late]);
    } catch (error) {
      console.error(`${url}: ${error.message.split("\n")[0]}`);
    } finally {
      clearTimeout(timer);
      await browser.close();
    }
  }
  return undefined;
}

/** Ratios are taken within a round, so that what else the machine does meanwhile is in both. */
function report(figures, rounds) {
  const floors = figures.get("floor");
  const median = (values) => {
    const there = values.filter((value) => value !== undefined).sort((a, b) => a - b);
    return there[Math.floor(there.length / 2)];
  };
  const rows = [...figures].map(([name, its]) => [
    name,
    ...["p50", "p99"].flatMap((what) => [
      median(its.map((it) => it?.[what]))?.toFixed(1) ?? "–",
      `${median(its.map((it, n) => it && floors[n] && it[what] / floors[n][what]))?.toFixed(1) ?? "–"} ×`,
    ]),
    Math.max(...its.map((it) => it?.writes ?? 0)).toLocaleString("en"),
  ]);
  return [
    `One call in a page, in µs, over blocks of ten (the clock of an isolated page shows 5 µs). The floor pushes what \`JSON.stringify\` says of the same event with a time and a uuid. Writes are those to localStorage and sessionStorage within 1,000 calls themselves. Medians of ${rounds} rounds, each page in a browser of its own; the ratios are taken within a round.`,
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
