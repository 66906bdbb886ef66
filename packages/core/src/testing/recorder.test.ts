import { describe, expect, test } from "vitest";
import { createTracker } from "../../tests/fixtures/cost-node";
import { AssertionError } from "./compare";
import { recordTracker } from "./record-tracker";

const start = () => recordTracker(createTracker, { context: { app_version: "1" } });

describe("a recorded tracker", () => {
  test("keeps events as they would leave", () => {
    const { tracker, recorder } = start();
    tracker.track.cost.anomaly.alerted(
      { channel_kind: "dm", user_email: "ada@example.com", note: "secret" },
      { tenant_id: "t1", distinct_id: "u1" },
    );
    const [event] = recorder.events("cost.anomaly.alerted");
    expect(event?.properties).toMatchObject({
      channel_kind: "dm",
      tenant_id: "t1",
      product: "cost",
    });
    expect(event?.properties.user_email).toMatch(/^h1_test_/);
    expect(event?.properties).not.toHaveProperty("note");
    expect(event?.distinct_id).toBe("u1");
  });

  test("answers what was expected, and says what was near", () => {
    const { tracker, recorder } = start();
    const { track } = tracker.forTenant("t1");
    track.cost.anomaly.alerted({ channel_kind: "dm", resource: { service: "ec2" } });
    track.cost.anomaly.alerted({ channel_kind: "public", resource: { service: "rds" } });
    const found = recorder.expectTracked("cost.anomaly.alerted", { resource: { service: "rds" } });
    expect(found.properties.channel_kind).toBe("public");
    expect(() =>
      recorder.expectTracked("cost.anomaly.alerted", {
        channel_kind: "dm",
        resource: { service: "s3" },
      }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [AssertionError: No cost.anomaly.alerted with these properties. The nearest differs in:
        resource.service: want "s3", got "ec2"]
    `);
    expect(() =>
      recorder.expectTracked("cost.anomaly.snoozed"),
    ).toThrowErrorMatchingInlineSnapshot(`
      [AssertionError: No cost.anomaly.snoozed was tracked.
        tracked: cost.anomaly.alerted]
    `);
  });

  test("says why nothing came", () => {
    const { tracker, recorder } = recordTracker(createTracker, {});
    tracker.forTenant("t1").track.cost.anomaly.snoozed();
    expect(() => recorder.expectTracked("cost.anomaly.snoozed")).toThrow(
      /1 dropped as missing_context/,
    );
    expect(() => recorder.expectTracked("cost.anomaly.snoozed")).toThrow(/app_version/);
  });

  test("expects nothing, waits, and forgets", async () => {
    const { tracker, recorder } = start();
    recorder.expectNothing();
    const waiting = recorder.waitFor("cost.anomaly.snoozed");
    tracker.forTenant("t1").track.cost.anomaly.snoozed({ hours: 2 });
    expect((await waiting).properties.hours).toBe(2);
    expect(() => recorder.expectNothing()).toThrow(AssertionError);
    recorder.expectNothing("cost.digest.sent");
    recorder.clear();
    recorder.expectNothing();
    await expect(recorder.waitFor("cost.digest.sent", { timeout: 5 })).rejects.toThrow(
      /waited 5 ms/,
    );
  });
});
