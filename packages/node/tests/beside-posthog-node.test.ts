import { PostHog } from "posthog-node";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTracker } from "../../core/tests/fixtures/cost-node";
import {
  type ArrivedEvent,
  type PostHogEndpoint,
  startPostHogEndpoint,
} from "../../core/tests/posthog-endpoint";

let endpoint: PostHogEndpoint;
beforeEach(async () => {
  endpoint = await startPostHogEndpoint();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await endpoint.close();
});

/** What tells one library's event from another's: its stamps and its name for itself. */
function withoutStamps({ uuid, timestamp, properties, ...rest }: ArrivedEvent) {
  // Theirs sends an empty `$set_once` along, which says nothing.
  const { $lib, $lib_version, $set_once, ...own } = properties;
  return { ...rest, properties: own };
}

test.each(["v0", "v1"] as const)(
  "%s: events that a PostHog user cannot tell from posthog-node's, but for `$lib`",
  async (protocol) => {
    const properties = { hours: 2 };
    const context = { app_version: "1", product: "cost", tenant_id: "t1" };
    vi.stubEnv("POSTHOG_CAPTURE_MODE", protocol);
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
    const [theirRequest] = endpoint.requests;

    const ours = createTracker({
      api_key: "phc_test",
      host: endpoint.url,
      protocol,
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

    const ourRequest = endpoint.requests.at(-1);
    expect(ourRequest?.path).toBe(theirRequest?.path);
    expect(Object.keys(ourRequest?.body ?? {}).sort()).toEqual(
      Object.keys(theirRequest?.body ?? {}).sort(),
    );
    expect(withoutStamps(ourEvent)).toEqual(withoutStamps(event));
    // PostHog's own events carry the plan's context too.
    expect(withoutStamps(ourGroup)).toMatchObject(withoutStamps(group));
    expect(withoutStamps(ourPerson)).toMatchObject(withoutStamps(person));
  },
);
