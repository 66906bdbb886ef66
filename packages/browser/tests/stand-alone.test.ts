import { standAlone } from "@dd0c/track-browser";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTracker } from "../../core/tests/fixtures/cost-browser";
import { type PostHogEndpoint, startPostHogEndpoint } from "../../core/tests/posthog-endpoint";
import { type FakePage, openFakePage } from "./fake-page";

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

test("a key and an address that were pasted with a line's end are right all the same", async () => {
  const sink = standAlone({ api_key: " phc_test\n", host: `${endpoint.url}/\n` });
  const tracker = createTracker({ sink, context: { app_version: "1.2.3" } });
  tracker.forTenant("t1").track.cost.anomaly.snoozed();
  await tracker.shutdown();
  expect(endpoint.requests[0]).toMatchObject({ path: "/batch/", body: { api_key: "phc_test" } });
  expect(Object.keys(page.window.localStorage)).toEqual(["dd0c_track_phc_test"]);
});
