import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build, type OutputFile } from "esbuild";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type PostHogEndpoint, startPostHogEndpoint } from "../../../core/tests/posthog-endpoint";

let endpoint: PostHogEndpoint;
beforeEach(async () => {
  endpoint = await startPostHogEndpoint();
});
afterEach(() => endpoint.close());

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const fixture = path("../../../core/tests/fixtures/cost-node.ts");

/** The client that a Worker would load, as a script that leaves `createTracker` in `client`. */
async function bundle(): Promise<{ code: string; modules: string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fixture],
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    globalName: "client",
    // Where a module of Node's cannot be resolved, the build fails.
    platform: "browser",
    conditions: ["dd0c-source"],
    // What a bundler for Workers finds by the package's own conditions; here they lead to `dist`.
    alias: { "@dd0c/track-node": path("../../src/edge.ts") },
    logLevel: "silent",
  });
  const [{ text }] = outputFiles as [OutputFile];
  const modules = Object.values(metafile.inputs).flatMap(({ imports }) =>
    imports.map((one) => one.path),
  );
  return { code: text, modules };
}

test("no module of Node's is in it", async () => {
  const { code, modules } = await bundle();
  expect(modules.length).toBeGreaterThan(20);
  expect(modules.filter((one) => !one.startsWith("packages/"))).toEqual([]);
  expect(code).not.toMatch(/\b(require|process|Buffer|setImmediate|__dirname)\b/);
});

test("bundlers for the edge find it before Node's own", () => {
  const { exports } = JSON.parse(readFileSync(path("../../package.json"), "utf8"));
  const conditions = Object.keys(exports["."]);
  for (const edge of ["workerd", "edge-light"]) {
    expect(exports["."][edge].default).toBe(exports["./edge"].import.default);
    expect(conditions.indexOf(edge)).toBeLessThan(conditions.indexOf("import"));
  }
});

test("tracks, hashes and delivers where there is nothing but what the web has", async () => {
  const { code } = await bundle();
  const web = {
    ...{ fetch, crypto, URL, TextEncoder, AbortController, Blob, Response, CompressionStream },
    ...{ setTimeout, clearTimeout, btoa, console },
  };
  const work: Promise<unknown>[] = [];
  const worker = createContext({
    ...web,
    host: endpoint.url,
    waitUntil: (one: Promise<unknown>) => void work.push(one),
  });
  runInContext(code, worker);
  runInContext(
    `const tracker = client.createTracker({
      api_key: "phc_test", host, waitUntil, protocol: "v1",
      hashKey: { id: "k1", secret: "tests only: a secret of 32 bytes or more" },
      context: { app_version: "1" },
    });
    const { track } = tracker.forTenant("t1");
    for (let hours = 0; hours < 50; hours++) track.cost.anomaly.snoozed({ hours });
    track.cost.anomaly.alerted({ channel_kind: "dm", user_email: "ada@bücher.example" });`,
    worker,
  );
  expect(work).toHaveLength(1);
  await Promise.all(work);
  expect(endpoint.events()).toHaveLength(51);
  expect(endpoint.requests[0]?.headers["content-encoding"]).toBe("gzip");
  expect(endpoint.events()[50]?.properties.user_email).toMatch(/^h1_k1_[\w-]{32}$/);
  expect(endpoint.text()).not.toContain("ada@");
  expect(runInContext("tracker.stats().sent", worker)).toBe(51);
});
