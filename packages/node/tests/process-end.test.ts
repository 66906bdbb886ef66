import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type PostHogEndpoint, startPostHogEndpoint } from "../../core/tests/posthog-endpoint";

let folder: string;
let endpoint: PostHogEndpoint;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dd0c-track-"));
  endpoint = await startPostHogEndpoint();
  await build({
    entryPoints: [
      fileURLToPath(new URL("../../core/tests/fixtures/cost-node.ts", import.meta.url)),
    ],
    outfile: join(folder, "client.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["dd0c-source"],
  });
});
afterAll(async () => {
  await endpoint.close();
  await rm(folder, { recursive: true, force: true });
});
let before = 0;
let programs = 0;
beforeEach(() => {
  before = endpoint.events().length;
});

interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** In ms; NaN when a signal ended it. */
  readonly lived: number;
  readonly errors: string;
}

/** Runs a small program with a tracker in it, with more `options` as they stand in the source. */
function run(
  host: string,
  program: string,
  options = "",
  flags: readonly string[] = [],
): Promise<End> {
  const source = `
    import { createTracker } from ${JSON.stringify(join(folder, "client.mjs"))};
    const tracker = createTracker({ api_key: "phc", host: ${JSON.stringify(host)}, context: { app_version: "1" }, ${options} });
    const { track } = tracker.forTenant("t1");
    const started = Date.now();
    process.on("exit", () => console.log(Date.now() - started));
    ${program}`;
  // A file of its own: threads start from it as well.
  const file = join(folder, `program-${++programs}.mjs`);
  writeFileSync(file, source);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...flags, file]);
    let out = "";
    let errors = "";
    child.stdout.on("data", (text) => {
      out += text;
    });
    child.stderr.on("data", (text) => {
      errors += text;
    });
    child.on("close", (code, signal) =>
      resolve({ code, signal, lived: out ? Number(out) : Number.NaN, errors }),
    );
  });
}

test("what waits when the program ends is delivered first", async () => {
  const end = await run(endpoint.url, "for (let n = 0; n < 5; n++) track.cost.anomaly.snoozed();");
  expect(end).toMatchObject({ code: 0, errors: "" });
  expect(endpoint.events().length - before).toBe(5);
  expect(end.lived).toBeLessThan(1_500);
});

test("a host that is away keeps the program for a second at most, and says so once", async () => {
  const end = await run("http://127.0.0.1:9", "track.cost.anomaly.snoozed();");
  expect(end.code).toBe(0);
  expect(end.lived).toBeLessThan(1_500);
  expect(end.errors).toContain("could not be reached");
});

test("a host that hangs keeps the program for a second at most, though requests are under way", async () => {
  const hanging = createServer(() => {});
  await new Promise<void>((listening) => hanging.listen(0, "127.0.0.1", listening));
  try {
    const { port } = hanging.address() as AddressInfo;
    const end = await run(
      `http://127.0.0.1:${port}`,
      "for (let n = 0; n < 250; n++) track.cost.anomaly.snoozed(); setTimeout(() => {}, 300);",
    );
    expect(end.code).toBe(0);
    expect(end.lived).toBeGreaterThan(1_000);
    expect(end.lived).toBeLessThan(2_500);
  } finally {
    hanging.closeAllConnections();
    hanging.close();
  }
});

test("a tracker that has nothing to send keeps nobody", async () => {
  const end = await run(endpoint.url, "");
  expect(end).toMatchObject({ code: 0, errors: "" });
  expect(end.lived).toBeLessThan(1_000);
});

test("fifty trackers share their listeners, which go with the last of them", async () => {
  const end = await run(
    endpoint.url,
    `const options = { api_key: "phc", host: ${JSON.stringify(endpoint.url)}, context: { app_version: "1" } };
    const more = Array.from({ length: 50 }, () => createTracker(options));
    for (const one of more) one.forTenant("t1").track.cost.anomaly.snoozed();
    if (process.listenerCount("beforeExit") !== 2) process.exitCode = 7;
    await Promise.all([tracker, ...more.slice(1)].map((one) => one.shutdown()));
    if (process.listenerCount("beforeExit") !== 2) process.exitCode = 8;
    process.once("exit", () => {
      if (more[0].stats().sent !== 1) process.exitCode = 9;
    });
    process.once("beforeExit", () => setImmediate(async () => {
      await more[0].shutdown();
      if (process.listenerCount("beforeExit") !== 0) process.exitCode = 10;
    }));`,
  );
  expect(end).toMatchObject({ code: 0, errors: "" });
  expect(endpoint.events().length - before).toBe(50);
});

test("an awaited shutdown holds the process until it is done", async () => {
  endpoint.answer({ status: 503 });
  const end = await run(
    endpoint.url,
    "track.cost.anomaly.snoozed(); const { sent } = await tracker.shutdown(); if (sent !== 1) process.exitCode = 7;",
  );
  expect(end.code).toBe(0);
  expect(endpoint.events().length - before).toBe(1);
});

const FIFTY = "for (let n = 0; n < 50; n++) track.cost.anomaly.snoozed();";

test("process.exit delivers, and so does an uncaught error", async () => {
  const end = await run(endpoint.url, `${FIFTY} process.exit(3);`);
  expect(end).toMatchObject({ code: 3, errors: "" });
  expect(endpoint.events().length - before).toBe(50);
  const thrown = await run(endpoint.url, `${FIFTY} throw new Error("mine");`);
  expect(thrown.code).toBe(1);
  expect(thrown.errors).toContain("mine");
  expect(endpoint.events().length - before).toBe(100);
});

test("a full queue leaves at process.exit too", async () => {
  const program = "for (let n = 0; n < 20_000; n++) track.cost.anomaly.snoozed(); process.exit(0);";
  expect(await run(endpoint.url, program)).toMatchObject({ code: 0, errors: "" });
  const uuids = endpoint.events().slice(before);
  expect(new Set(uuids.map(({ uuid }) => uuid)).size).toBe(20_000);
});

test("without an exit hook process.exit takes what waits along", async () => {
  const end = await run(endpoint.url, `${FIFTY} process.exit(0);`, "exitHook: false");
  expect(end).toMatchObject({ code: 0, errors: "" });
  expect(endpoint.events().length - before).toBe(0);
});

test("an exit does not wait for a host that is away", async () => {
  const started = Date.now();
  const end = await run("http://127.0.0.1:9", `${FIFTY} process.exit(0);`);
  expect(end).toMatchObject({ code: 0, errors: "" });
  expect(Date.now() - started).toBeLessThan(3_000);
});

test("an exit waits for a second for a host that hangs", async () => {
  const hanging = createServer(() => {});
  await new Promise<void>((listening) => hanging.listen(0, "127.0.0.1", listening));
  try {
    const started = Date.now();
    const { port } = hanging.address() as AddressInfo;
    const end = await run(`http://127.0.0.1:${port}`, `${FIFTY} process.exit(0);`);
    expect(end).toMatchObject({ code: 0, errors: "" });
    expect(Date.now() - started).toBeGreaterThan(1_000);
    expect(Date.now() - started).toBeLessThan(4_000);
  } finally {
    hanging.closeAllConnections();
    hanging.close();
  }
});

test("a thread that exits delivers too", async () => {
  const program = `
    import { isMainThread, Worker } from "node:worker_threads";
    if (isMainThread) new Worker(new URL(import.meta.url));
    else { ${FIFTY} process.exit(0); }`;
  expect(await run(endpoint.url, program)).toMatchObject({ code: 0, errors: "" });
  expect(endpoint.events().length - before).toBe(50);
});

test("an exit runs none of the host's own preloaded modules again, and prints nothing", async () => {
  const preload = "data:text/javascript,console.error('loaded')";
  const end = await run(endpoint.url, `${FIFTY} process.exit(0);`, "", [`--import=${preload}`]);
  expect(end).toMatchObject({ code: 0, errors: "loaded\n" });
  expect(endpoint.events().length - before).toBe(50);
});

test("where no thread may be started an exit goes on as it would without us", async () => {
  const [major = 0] = process.versions.node.split(".").map(Number);
  const permission = major < 24 ? "--experimental-permission" : "--permission";
  const flags = [permission, "--allow-fs-read=*", "--no-warnings"];
  const end = await run(endpoint.url, `${FIFTY} process.exit(3);`, "", flags);
  expect(end).toMatchObject({ code: 3, errors: "" });
});

test("what was under way at process.exit has its uuid still, and what was sent is not sent again", async () => {
  const program = `${FIFTY} await tracker.flush(); ${FIFTY} tracker.flush(); setImmediate(() => process.exit(0));`;
  await run(endpoint.url, program);
  const uuids = endpoint
    .events()
    .slice(before)
    .map(({ uuid }) => uuid);
  expect(new Set(uuids).size).toBe(100);
  expect(uuids.length).toBeLessThanOrEqual(150);
});

test("a signal half a second after the first events of a quiet process finds them delivered", async () => {
  const program = `${FIFTY} setInterval(() => {}, 1_000);
    setTimeout(() => process.kill(process.pid, "SIGTERM"), 500);`;
  expect(await run(endpoint.url, program)).toMatchObject({ signal: "SIGTERM", errors: "" });
  expect(endpoint.events().length - before).toBe(50);
  expect(endpoint.requests.at(-1)?.events).toHaveLength(50);
});

test.each(["SIGTERM", "SIGINT", "SIGHUP"])(
  "with an exit hook %s delivers, and ends the process as ever",
  async (signal) => {
    const program = `${FIFTY} setInterval(() => {}, 1_000); process.kill(process.pid, "${signal}");`;
    const end = await run(endpoint.url, program, "exitHook: true");
    expect(end).toMatchObject({ code: null, signal, errors: "" });
    expect(endpoint.events().length - before).toBe(50);
  },
);

test("a host that listens to a signal itself decides how the process ends", async () => {
  const program = `${FIFTY}
    const alive = setInterval(() => {}, 1_000);
    process.on("SIGTERM", () => setTimeout(() => clearInterval(alive), 50));
    process.kill(process.pid, "SIGTERM");`;
  const end = await run(endpoint.url, program, "exitHook: true");
  expect(end).toMatchObject({ code: 0, errors: "" });
  expect(endpoint.events().length - before).toBe(50);
});

test("others who end a process only where nobody else listens are not kept from it", async () => {
  const polite = `process.on("SIGTERM", function end() {
    if (process.listenerCount("SIGTERM") > 1) return;
    process.off("SIGTERM", end);
    process.kill(process.pid, "SIGTERM");
  });`;
  const program = (first: string, then: string) =>
    `${first} ${FIFTY} ${then} setInterval(() => {}, 1_000); setTimeout(() => process.exit(9), 5_000);
    process.kill(process.pid, "SIGTERM");`;
  for (const source of [program(polite, ""), program("", polite)])
    expect(await run(endpoint.url, source, "exitHook: true")).toMatchObject({ signal: "SIGTERM" });
});

test("a listener of the host's that goes on living leaves the hook where it was", async () => {
  const program = `process.on("SIGHUP", () => {}); setInterval(() => {}, 1_000);
    process.kill(process.pid, "SIGHUP");
    setTimeout(() => { ${FIFTY} process.kill(process.pid, "SIGHUP"); }, 50);
    setTimeout(() => process.exit(process.listenerCount("SIGHUP") === 2 ? 0 : 7), 600);`;
  expect(await run(endpoint.url, program, "exitHook: true")).toMatchObject({ code: 0, errors: "" });
  expect(endpoint.events().length - before).toBe(50);
});

test("after shutdown an exit hook holds on to nothing", async () => {
  const program = `const listeners = process.listenerCount("exit");
    await tracker.shutdown();
    for (const name of ["SIGTERM", "SIGINT", "SIGHUP"]) if (process.listenerCount(name)) process.exitCode = 7;
    if (process.listenerCount("exit") !== listeners - 1) process.exitCode = 8;`;
  expect(await run(endpoint.url, program, "exitHook: true")).toMatchObject({ code: 0, errors: "" });
});
