import * as zlib from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTracker } from "../../core/tests/fixtures/cost-node";
import { type PostHogEndpoint, startPostHogEndpoint } from "../../core/tests/posthog-endpoint";
import type { NodeTrackerOptions } from "../src";

let endpoint: PostHogEndpoint;
beforeEach(async () => {
  endpoint = await startPostHogEndpoint();
});
afterEach(() => endpoint.close());

const hasZstd = "zstdCompress" in zlib;

/** Sends fifty events; answers the request's encoding and whatever was told. */
async function send(options: Partial<NodeTrackerOptions>) {
  const told: string[] = [];
  const tracker = createTracker({
    api_key: "phc_test",
    host: endpoint.url,
    context: { app_version: "1" },
    onError: ({ message }) => void told.push(message),
    ...options,
  });
  const { track } = tracker.forTenant("t1");
  for (let hours = 0; hours < 50; hours++) track.cost.anomaly.snoozed({ hours });
  await tracker.shutdown();
  const [request] = endpoint.requests;
  const hours = request?.events.map(({ properties }) => properties.hours);
  expect(hours).toEqual(Array.from({ length: 50 }, (_, n) => n));
  return { encoding: request?.headers["content-encoding"], told };
}

test.each(["gzip", "deflate", "br"] as const)(
  "%s arrives as what was tracked",
  async (encoding) => {
    expect(await send({ protocol: "v1", encoding })).toEqual({ encoding, told: [] });
  },
);

test.runIf(hasZstd)("zstd arrives where this Node has it", async () => {
  expect(await send({ protocol: "v1", encoding: "zstd" })).toEqual({ encoding: "zstd", told: [] });
});

test.runIf(!hasZstd)("zstd is gzip where this Node has none, and that is told", async () => {
  const { encoding, told } = await send({ protocol: "v1", encoding: "zstd" });
  expect(encoding).toBe("gzip");
  expect(told).toEqual(["dd0c/track: no zstd here, but gzip."]);
});

test("protocol v0 knows gzip alone, and that is told", async () => {
  const { encoding, told } = await send({ encoding: "br" });
  expect(encoding).toBe("gzip");
  expect(told).toEqual(["dd0c/track: no br in protocol v0, but gzip."]);
});

test("without gzip nothing is compressed", async () => {
  expect(await send({ gzip: false })).toEqual({ encoding: undefined, told: [] });
});
