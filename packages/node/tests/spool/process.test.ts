import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createTracker } from "../../../core/tests/fixtures/cost-node";
import { type PostHogEndpoint, startPostHogEndpoint } from "../../../core/tests/posthog-endpoint";
import type { NodeTrackerOptions } from "../../src/create-node-tracker";

/** A port of loopback where nobody listens. */
const NOBODY = "http://127.0.0.1:9";
const key = { id: "k1", secret: "spool tests only: 32 bytes or more" };

let code: string;
let folder: string;
let endpoint: PostHogEndpoint;

beforeAll(async () => {
  code = mkdtempSync(join(tmpdir(), "dd0c-track-code-"));
  await build({
    entryPoints: [
      fileURLToPath(new URL("../../../core/tests/fixtures/cost-node.ts", import.meta.url)),
    ],
    outfile: join(code, "client.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["dd0c-source"],
  });
});
afterAll(() => rmSync(code, { recursive: true }));
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dd0c-track-spool-"));
  endpoint = await startPostHogEndpoint();
});
afterEach(async () => {
  await endpoint.close();
  rmSync(folder, { recursive: true });
});

function start(options: NodeTrackerOptions = {}) {
  const context = { app_version: "1" };
  const given = { api_key: "phc", host: endpoint.url, hashKey: key, onError: () => {}, context };
  return createTracker({ ...given, spool: { folder }, ...options });
}

/** A program that tracks `events` and says so; then `end`, and how it ended. */
async function run(
  events: number,
  end: string,
  kill?: NodeJS.Signals,
  host = NOBODY,
): Promise<number | string> {
  const source = `
    import { createTracker } from ${JSON.stringify(join(code, "client.mjs"))};
    const tracker = createTracker({
      api_key: "phc", host: ${JSON.stringify(host)}, context: { app_version: "1" },
      spool: { folder: ${JSON.stringify(folder)} }, onError() {},
    });
    const { track } = tracker.forTenant("t1");
    for (let hours = 0; hours < ${events}; hours++) track.cost.anomaly.snoozed({ hours });
    ${end}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source]);
  child.stderr.on("data", (text) => console.error(String(text)));
  child.stdout.on("data", () => kill && child.kill(kill));
  const [status, signal] = await once(child, "close");
  return signal ?? status;
}
const SAY = "setImmediate(() => console.log('tracked')); setInterval(() => {}, 1000);";

/** Everything that came, held to: nothing twice. */
function arrived(): readonly string[] {
  const uuids = endpoint.events().map(({ uuid }) => uuid);
  expect(new Set(uuids).size).toBe(uuids.length);
  return uuids;
}

test.each(["SIGKILL", "SIGTERM"] as const)(
  "5,000 events tracked while PostHog is away, then %s: the next process delivers each once",
  async (signal) => {
    expect(await run(5_000, SAY, signal)).toBe(signal);
    const tracker = start();
    const report = await tracker.flush({ timeout: 10_000 });
    expect(report).toMatchObject({ sent: 5_000, pending: 0 });
    expect(arrived()).toHaveLength(5_000);
    expect(tracker.stats()).toMatchObject({ accepted: 0, recovered: 5_000, damaged: 0 });
    await tracker.shutdown();
    expect(readdirSync(folder)).toEqual([]);
  },
);

test("process.exit in the same breath loses nothing", async () => {
  expect(await run(50, "process.exit(3);")).toBe(3);
  const tracker = start();
  await tracker.flush();
  expect(arrived()).toHaveLength(50);
  await tracker.shutdown();
});

test("a program that ends by itself takes what it finds along", async () => {
  await run(20, SAY, "SIGKILL");
  expect(await run(1, "", undefined, endpoint.url)).toBe(0);
  expect(arrived()).toHaveLength(21);
  expect(readdirSync(folder)).toEqual([]);
});

test("several at work on one folder, one of them killed: each event once", async () => {
  const done = "await tracker.shutdown();";
  const ends = await Promise.all([
    run(700, done, undefined, endpoint.url),
    run(700, done, undefined, endpoint.url),
    run(700, SAY, "SIGKILL"),
  ]);
  expect(ends).toEqual([0, 0, "SIGKILL"]);
  const heirs = [start(), start()];
  await Promise.all(heirs.map((tracker) => tracker.flush()));
  expect(arrived()).toHaveLength(2_100);
  for (const tracker of heirs) await tracker.shutdown();
  expect(readdirSync(folder)).toEqual([]);
});

test("an outage far larger than memory: the disk holds the rest, and it all arrives", async () => {
  endpoint.answer({ status: 503, headers: { "retry-after": "1" } }, { status: 503 });
  const tracker = start({ max_queue_bytes: 200_000, gzip: false });
  const { track } = tracker.forTenant("t1");
  for (let hours = 0; hours < 20_000; hours++) {
    track.cost.anomaly.snoozed({ hours });
    if (hours % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const { accepted, bytes, dropped, queued, in_flight } = tracker.stats();
  expect({ accepted, dropped }).toEqual({ accepted: 20_000, dropped: {} });
  expect(bytes).toBeLessThanOrEqual(200_000);
  expect(queued + in_flight + endpoint.events().length).toBeGreaterThanOrEqual(20_000);
  expect(await tracker.flush({ timeout: 15_000 })).toMatchObject({ pending: 0 });
  expect(arrived()).toHaveLength(20_000);
  await tracker.shutdown();
  expect(readdirSync(folder)).toEqual([]);
});

test("what shutdown could not deliver is not given up: it is the next one's", async () => {
  const first = start({ host: NOBODY });
  for (let hours = 0; hours < 10; hours++)
    first.forTenant("t1").track.cost.anomaly.snoozed({ hours });
  expect(await first.shutdown({ timeout: 50 })).toEqual({ sent: 0, dropped: 0, pending: 10 });
  expect(first.stats().dropped.closed).toBe(0);
  const second = start({ protocol: "v1" });
  await second.flush();
  expect(arrived()).toHaveLength(10);
  await second.shutdown();
});

test("a folder that cannot be written changes nothing but a report", async () => {
  const errors: string[] = [];
  const onError = (error: Error): void => void errors.push(error.message);
  const tracker = start({ spool: { folder: "/proc/none" }, onError });
  for (let hours = 0; hours < 10; hours++)
    tracker.forTenant("t1").track.cost.anomaly.snoozed({ hours });
  expect(await tracker.flush()).toMatchObject({ sent: 10, pending: 0 });
  expect(tracker.stats()).toMatchObject({ unspooled: 10, dropped: {} });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain("spool");
  await tracker.shutdown();
});

test("what is on disk is protected as it is on the wire", async () => {
  const tracker = start({ host: NOBODY });
  tracker.forTenant("t1").track.cost.anomaly.alerted({
    channel_kind: "dm",
    user_email: "ada@example.com",
    note: "secret note",
  });
  await tracker.shutdown({ timeout: 20 });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const text = files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), "utf8"))
    .join("");
  expect(text).toContain('"user_email":"h1_k1_');
  for (const secret of ["ada@", "secret note", key.secret, "phc"])
    expect(text + files.map(({ name }) => name).join()).not.toContain(secret);
});
