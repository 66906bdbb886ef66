import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spoolIn } from "@dd0c/track-node/spool";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTracker } from "../../core/tests/fixtures/cost-slack";
import { type PostHogEndpoint, startPostHogEndpoint } from "../../core/tests/posthog-endpoint";

let folder: string;
let endpoint: PostHogEndpoint;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dd0c-slack-spool-"));
  endpoint = await startPostHogEndpoint();
});
afterEach(async () => {
  await endpoint.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = (host: string) =>
  createTracker({
    api_key: "phc_test",
    host,
    tenantOf: () => "t1",
    context: { app_version: "1" },
    spool: spoolIn({ folder }),
    flush_interval: 20,
    onError() {},
  });

test("what waits when a bot shuts down while PostHog is away, its next start delivers", async () => {
  const away = start("http://127.0.0.1:9");
  const { track } = away.of({ teamId: "T1" });
  for (let hours = 0; hours < 30; hours++) track.cost.anomaly.snoozed({ hours });
  const { pending } = await away.shutdown({ timeout: 20 });
  expect(pending).toBe(30);

  const back = start(endpoint.url);
  const events = await endpoint.arrived(30);
  await back.shutdown();
  expect(new Set(events.map(({ properties }) => properties.hours)).size).toBe(30);
  expect(back.stats()).toMatchObject({ recovered: 30, sent: 30, dropped: {} });
});
