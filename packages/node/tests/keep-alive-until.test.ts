import { afterEach, beforeEach, expect, test } from "vitest";
import { createTracker } from "../../core/tests/fixtures/cost-node";
import { type PostHogEndpoint, startPostHogEndpoint } from "../../core/tests/posthog-endpoint";

let endpoint: PostHogEndpoint;
beforeEach(async () => {
  endpoint = await startPostHogEndpoint();
});
afterEach(() => endpoint.close());

function start(waitUntil: (work: Promise<unknown>) => void) {
  const context = { app_version: "1" };
  return createTracker({
    api_key: "phc",
    host: endpoint.url,
    context,
    waitUntil,
    onError: () => {},
  });
}

test("the platform gets one promise for a burst; when it settles the events are delivered", async () => {
  const work: Promise<unknown>[] = [];
  const tracker = start((promise) => void work.push(promise));
  const { track } = tracker.forTenant("t1");
  for (let hours = 0; hours < 20; hours++) track.cost.anomaly.snoozed({ hours });
  expect(work).toHaveLength(1);
  await work[0];
  expect(endpoint.events()).toHaveLength(20);
  track.cost.anomaly.snoozed();
  expect(work).toHaveLength(2);
  await work[1];
  expect(endpoint.events()).toHaveLength(21);
  await tracker.shutdown();
});

test("failures within are ours: the promise waits for the retry and never rejects", async () => {
  const work: Promise<unknown>[] = [];
  endpoint.answer({ status: 503 }, { status: 400 });
  const tracker = start((promise) => void work.push(promise));
  tracker.forTenant("t1").track.cost.anomaly.snoozed();
  await expect(work[0]).resolves.toBeUndefined();
  expect(tracker.stats()).toMatchObject({ retried: 1, dropped: { rejected: 1 } });
  await tracker.shutdown();
});

test("a waitUntil that throws costs nothing", async () => {
  const tracker = start(() => {
    throw new Error("outside of a request");
  });
  tracker.forTenant("t1").track.cost.anomaly.snoozed();
  await endpoint.arrived(1);
  expect(tracker.stats().accepted).toBe(1);
  await tracker.shutdown();
});

test("what is not taken wakes nobody", () => {
  const work: Promise<unknown>[] = [];
  const tracker = start((promise) => void work.push(promise));
  tracker.track.cost.anomaly.snoozed({}, {} as { tenant_id: string });
  tracker.optOut();
  tracker.forTenant("t1").track.cost.anomaly.snoozed();
  expect(work).toEqual([]);
});
