import { standAlone } from "@dd0c/track-browser";
import { localStore } from "@dd0c/track-browser/store";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTracker, type Tracker } from "../../../core/tests/fixtures/cost-browser";
import { type PostHogEndpoint, startPostHogEndpoint } from "../../../core/tests/posthog-endpoint";
import { type FakePage, openFakePage } from "../fake-page";

let endpoint: PostHogEndpoint;
let page: FakePage;
beforeEach(async () => {
  endpoint = await startPostHogEndpoint();
  page = openFakePage();
});
afterEach(async () => {
  page.leave();
  await endpoint.close();
});

const start = (): Tracker =>
  createTracker({
    sink: standAlone({ api_key: "phc_test", host: endpoint.url, store: localStore() }),
    context: { app_version: "1.2.3" },
  });

test("what shutdown could not deliver is stored, not counted as given up, and sent by the next tracker", async () => {
  endpoint.answer({ status: 503 });
  const first = start();
  first.forTenant("t1").track.cost.anomaly.snoozed({ hours: 7 });
  // Over before the shortest wait for another attempt is.
  expect(await first.shutdown({ timeout: 80 })).toMatchObject({ sent: 0, pending: 1 });
  expect(first.stats()).toMatchObject({ accepted: 1, queued: 0, dropped: { closed: 0 } });

  const second = start();
  await expect.poll(() => second.stats().recovered, { timeout: 3_000 }).toBe(1);
  await second.flush();
  expect((await endpoint.arrived(1))[0]?.properties.hours).toBe(7);
  expect(second.stats()).toMatchObject({ accepted: 0, sent: 1, queued: 0 });
  await second.shutdown();
  await expect
    .poll(() => Object.keys(page.window.localStorage).filter((key) => key.includes("queue")))
    .toEqual([]);
});
