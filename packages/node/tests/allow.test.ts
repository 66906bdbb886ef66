import { afterEach, beforeEach, expect, test } from "vitest";
import { costPlan } from "../../core/tests/fixtures/cost-plan";
import { type PostHogEndpoint, startPostHogEndpoint } from "../../core/tests/posthog-endpoint";
import type { ContractTracker } from "../../core/tests/runtime-contract";
import { createNodeTracker, type NodeTracker } from "../src";

let endpoint: PostHogEndpoint;
beforeEach(async () => {
  endpoint = await startPostHogEndpoint();
});
afterEach(() => endpoint.close());

test("what the plan lets travel travels as it is, at any depth; the guard masks all else", async () => {
  const plan = { ...costPlan("node"), allow: ["support_email"] };
  const tracker = createNodeTracker<NodeTracker & ContractTracker>(plan, {
    api_key: "phc_test",
    host: endpoint.url,
    context: { app_version: "1" },
    onError() {},
  });
  const { track } = tracker.forTenant("t1");
  const given = {
    support_email: "help@dd0c.example",
    resource: { service: "ask ada@example.com", support_email: ["ops@dd0c.example"] },
    hours: 1,
  };
  track.cost.anomaly.snoozed(given);
  await tracker.shutdown();
  expect(endpoint.events()[0]?.properties).toMatchObject({
    support_email: "help@dd0c.example",
    resource: { service: "ask [email]", support_email: ["ops@dd0c.example"] },
  });
  expect(tracker.stats().masked).toBe(1);
});
