import { recordTracker } from "@dd0c/track-core/testing";
import fc from "fast-check";
import { expect, expectTypeOf, test } from "vitest";
import {
  type BoundTracker,
  type CallContext,
  createTracker,
} from "../../core/tests/fixtures/cost-node";
import { currentTracker, withTenant } from "../src/with-tenant";

function record() {
  return recordTracker(createTracker, { context: { app_version: "1" } });
}
/** What a call deep inside passes: nothing, for its tenant is known where it runs. */
const none = {} as CallContext;

test("inside, calls on the unbound tracker find the tenant; outside they do not", async () => {
  const { tracker, recorder } = record();
  const { track, identify, forPerson } = tracker;
  const answer = await withTenant(tracker, "t1", async (bound) => {
    track.cost.anomaly.snoozed({ hours: 1 }, none);
    await new Promise((resolve) => setTimeout(resolve, 1));
    track("cost.anomaly.snoozed")({ hours: 2 }, none);
    forPerson("u1").track.cost.anomaly.snoozed({ hours: 3 }, none);
    identify("u1", { role: "owner" });
    bound.track.cost.anomaly.snoozed({ hours: 4 });
    currentTracker(tracker).track.cost.anomaly.snoozed({ hours: 5 });
    track.cost.anomaly.snoozed({ hours: 6 }, { tenant_id: "t9" });
    return "answer";
  });
  expect(answer).toBe("answer");
  track.cost.anomaly.snoozed({ hours: 7 }, none);
  expect(currentTracker(tracker)).toBe(tracker);
  const seen = recorder.events().map(({ properties }) => {
    const { hours, tenant_id } = properties as Record<string, unknown>;
    return [hours, tenant_id];
  });
  expect(seen).toEqual([
    ...[1, 2, 3].map((hours) => [hours, "t1"]),
    [undefined, "t1"],
    ...[4, 5].map((hours) => [hours, "t1"]),
    [6, "t9"],
  ]);
  expect(tracker.stats().dropped).toEqual({ missing_context: 1 });
});

test("the innermost tenant counts, and each tracker has its own", () => {
  const [one, two] = [record(), record()];
  withTenant(one.tracker, "a", () =>
    withTenant(two.tracker, "b", () => {
      withTenant(one.tracker, "c", () => one.tracker.track.cost.anomaly.snoozed({}, none));
      one.tracker.track.cost.anomaly.snoozed({}, none);
      two.tracker.track.cost.anomaly.snoozed({}, none);
    }),
  );
  const tenants = ({ recorder }: typeof one) =>
    recorder.events("cost.anomaly.snoozed").map(({ properties }) => properties.tenant_id);
  expect(tenants(one)).toEqual(["c", "a"]);
  expect(tenants(two)).toEqual(["b"]);
});

test("what fn throws comes back, and the tenant ends with it", () => {
  const { tracker } = record();
  const mine = new Error("mine");
  const throwing = () => {
    throw mine;
  };
  expect(() => withTenant(tracker, "t1", throwing)).toThrow(mine);
  expect(currentTracker(tracker)).toBe(tracker);
});

test("no call needs to name the tenant, and the types know it", () => {
  const { tracker } = record();
  expectTypeOf(currentTracker(tracker)).toEqualTypeOf<BoundTracker>();
  expectTypeOf(withTenant(tracker, "t1", async () => 7)).toEqualTypeOf<Promise<number>>();
});

test("thousands of requests at once never mix", async () => {
  const wait = fc.constantFrom("none", "microtask", "immediate", "timer");
  const request = fc.record({ tenant: fc.nat(50), waits: fc.array(wait, { maxLength: 4 }) });
  const pause = (how: string): Promise<void> | undefined => {
    if (how === "microtask") return Promise.resolve();
    if (how === "immediate") return new Promise((resolve) => setImmediate(resolve));
    if (how === "timer") return new Promise((resolve) => setTimeout(resolve, 1));
    return undefined;
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(request, { minLength: 1_000, maxLength: 3_000 }),
      async (requests) => {
        const { tracker, recorder } = record();
        await Promise.all(
          requests.map(({ tenant, waits }) =>
            withTenant(tracker, `t${tenant}`, async () => {
              for (const how of waits) {
                await pause(how);
                tracker.track.cost.anomaly.snoozed({ hours: tenant }, none);
              }
            }),
          ),
        );
        const events = recorder.events("cost.anomaly.snoozed");
        expect(events).toHaveLength(requests.reduce((sum, { waits }) => sum + waits.length, 0));
        for (const { properties } of events)
          expect(properties.tenant_id).toBe(`t${properties.hours}`);
      },
    ),
    { numRuns: 10 },
  );
});
