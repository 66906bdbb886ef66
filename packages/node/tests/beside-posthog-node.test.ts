import { PostHog } from "posthog-node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTracker } from "../../core/tests/fixtures/cost-node";
import {
  type ArrivedEvent,
  type PostHogEndpoint,
  startPostHogEndpoint,
} from "../../core/tests/posthog-endpoint";

let endpoint: PostHogEndpoint;
beforeAll(async () => {
  endpoint = await startPostHogEndpoint();
});
afterAll(() => endpoint.close());

/** What tells one library's event from another's: its stamps and its name for itself. */
function withoutStamps({ uuid, timestamp, properties, ...rest }: ArrivedEvent) {
  // Theirs sends an empty `$set_once` along, which says nothing.
  const { $lib, $lib_version, $set_once, ...own } = properties;
  return { ...rest, properties: own };
}

test("events that a PostHog user cannot tell from posthog-node's, but for `$lib`", async () => {
  const properties = { hours: 2 };
  const context = { app_version: "1", product: "cost", tenant_id: "t1" };
  const theirs = new PostHog("phc_test", { host: endpoint.url });
  theirs.capture({
    distinctId: "u1",
    event: "cost.anomaly.snoozed",
    properties: { ...properties, ...context },
    groups: { tenant: "t1" },
  });
  theirs.groupIdentify({ groupType: "tenant", groupKey: "t1", properties: { plan: "pro" } });
  theirs.identify({ distinctId: "u1", properties: { role: "owner" } });
  await theirs.shutdown();
  const [event, group, person] = endpoint.events();

  const ours = createTracker({
    api_key: "phc_test",
    host: endpoint.url,
    context: { app_version: "1" },
  });
  const bound = ours.forTenant("t1").forPerson("u1");
  bound.track.cost.anomaly.snoozed(properties);
  ours.group("tenant", "t1", { plan: "pro" });
  ours.identify("u1", { role: "owner" });
  await ours.shutdown();
  const [ourEvent, ourGroup, ourPerson] = endpoint.events().slice(3);
  if (!event || !group || !person || !ourEvent || !ourGroup || !ourPerson)
    throw new Error("six events should have arrived");

  expect(withoutStamps(ourEvent)).toEqual(withoutStamps(event));
  // PostHog's own events carry the plan's context too.
  expect(withoutStamps(ourGroup)).toMatchObject(withoutStamps(group));
  expect(withoutStamps(ourPerson)).toMatchObject(withoutStamps(person));
});
