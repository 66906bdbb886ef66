import { type GuardOptions, guardTexts, throughPostHogJs } from "@dd0c/track-browser/guard";
import type { MakeSink } from "@dd0c/track-core";
import { expect, test } from "vitest";
import { createTracker } from "../../core/tests/fixtures/cost-browser";

/** A tracker whose events a test reads, guarded. */
function start(options?: GuardOptions) {
  const taken: Record<string, unknown>[] = [];
  const keep: MakeSink = () => ({
    take: ({ properties, context, distinct_id }) =>
      void taken.push({ ...properties, ...context, distinct_id }),
    flush: async () => {},
  });
  const errors: string[] = [];
  const tracker = createTracker({
    sink: guardTexts(keep, options),
    context: { app_version: "1 of ada@example.com" },
    onError: ({ code, about }) => void errors.push(`${code} ${about}`),
  });
  const track = tracker.forTenant("t1").forPerson("eve@example.com").track as unknown as (
    event: string,
  ) => (properties: unknown) => void;
  return { taken, errors, tracker, track: track("cost.anomaly.snoozed") };
}

test("addresses are masked in properties, below them and in the context; ids stay", () => {
  const { taken, errors, tracker, track } = start();
  const given = { note: "ask ada@example.com", below: [{ url: "/x?to=ada%40example.com" }] };
  track(given);
  track({ note: "nothing" });
  expect(taken[0]).toMatchObject({
    note: "ask [email]",
    below: [{ url: "/x?to=[email]" }],
    app_version: "1 of [email]",
    tenant_id: "t1",
    distinct_id: "eve@example.com",
  });
  expect(taken[1]).toMatchObject({ note: "nothing", app_version: "1 of [email]" });
  // The caller's own object is as it was, and a context is looked at once.
  expect(given.note).toBe("ask ada@example.com");
  expect(tracker.stats().masked).toBe(3);
  expect(errors).toEqual(["masked email"]);
});

test("what the host allows stays, shapes of its own are masked", () => {
  const patterns = [{ name: "card", shape: /\d{16}/ }];
  const { taken, track } = start({ allow: ["note"], patterns });
  track({ note: "ada@example.com", other: "4111111111111111" });
  expect(taken[0]).toMatchObject({ note: "ada@example.com", other: "[card]" });
});

test("what cannot be written is counted, and reaches nobody", () => {
  const { taken, tracker, track } = start();
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  track(cyclic);
  expect(taken).toEqual([]);
  expect(tracker.stats().dropped).toEqual({ unserialisable: 1 });
});

test("beside posthog-js traits and super-properties are looked at too", () => {
  const calls: unknown[][] = [];
  const call =
    (name: string) =>
    (...given: unknown[]): void =>
      void calls.push([name, ...given]);
  const posthog = {
    capture: call("capture"),
    identify: call("identify"),
    group: call("group"),
    register: call("register"),
    reset: call("reset"),
  };
  const tracker = createTracker({ sink: guardTexts(throughPostHogJs(posthog)) });
  const loose = tracker as unknown as {
    identify(id: string, traits: object): void;
    group(type: string, key: string, traits: object): void;
  };
  loose.identify("u1", { role: "of ada@example.com" });
  loose.group("tenant", "t1", { plan: "of ada@example.com" });
  tracker.reset();
  expect(calls).toEqual([
    ["identify", "u1", { role: "of [email]" }],
    ["group", "tenant", "t1", { plan: "of [email]" }],
    ["reset"],
  ]);
});
