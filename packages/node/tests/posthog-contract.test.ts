import { Agent } from "node:https";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTracker } from "../../core/tests/fixtures/cost-node";
import {
  type Answer,
  type ArrivedRequest,
  type PostHogEndpoint,
  startPostHogEndpoint,
} from "../../core/tests/posthog-endpoint";

/** What PostHog asks of its SDKs, sentence by sentence, of both capture protocols. */
let endpoint: PostHogEndpoint;
let tracker: ReturnType<typeof createTracker>;
let errors: string[];
beforeEach(async () => {
  endpoint = await startPostHogEndpoint();
  errors = [];
});
afterEach(async () => {
  await tracker.shutdown({ timeout: 0 });
  await endpoint.close();
});

function start(options: Partial<Parameters<typeof createTracker>[0]> = {}): void {
  tracker = createTracker({
    api_key: "phc_test",
    host: endpoint.url,
    context: { app_version: "1" },
    onError: ({ code, about }) => void errors.push(`${code} ${about}`),
    ...options,
  });
}
const track = (count: number, call = {}): void => {
  const bound = tracker.forTenant("t1").forPerson("u1");
  for (let hours = 0; hours < count; hours++) bound.track.cost.anomaly.snoozed({ hours }, call);
};
/** Tracks and flushes; answers every request that was made, refused ones too. */
async function deliver(count: number, ...answers: Answer[]): Promise<readonly ArrivedRequest[]> {
  endpoint.answer(...answers);
  track(count);
  await tracker.flush({ timeout: 8_000 });
  return endpoint.asked;
}
const UUID = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const RFC_3339_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe.each(["v0", "v1"] as const)("%s", (protocol) => {
  test("several events share a request; each has its name, person, uuid, time and properties", async () => {
    start({ protocol });
    const requests = await deliver(3);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.path).toBe(protocol === "v0" ? "/batch/" : "/i/v1/analytics/events");
    for (const [hours, event] of endpoint.events().entries())
      expect(event).toMatchObject({
        event: "cost.anomaly.snoozed",
        distinct_id: "u1",
        uuid: expect.stringMatching(UUID),
        timestamp: expect.stringMatching(RFC_3339_UTC),
        properties: {
          hours,
          $lib: "dd0c-track-node",
          $lib_version: expect.any(String),
          $geoip_disable: true,
          $groups: { tenant: "t1" },
        },
      });
  });

  test("a time with an offset becomes the same instant in UTC; a uuid that is none is not taken", async () => {
    start({ protocol });
    track(1, { timestamp: "2026-03-01T10:00:00+05:30", uuid: "no uuid" });
    await tracker.flush();
    const [event] = endpoint.events();
    expect(event?.timestamp).toBe("2026-03-01T04:30:00.000Z");
    expect(event?.uuid).toMatch(UUID);
  });

  test("a flush of nothing sends nothing", async () => {
    start({ protocol });
    expect(await tracker.flush()).toEqual({ sent: 0, dropped: 0, pending: 0 });
    expect(endpoint.asked).toEqual([]);
  });

  test("gzip names itself, and nothing does without it", async () => {
    start({ protocol });
    expect((await deliver(50))[0]?.headers["content-encoding"]).toBe("gzip");
    await tracker.shutdown();
    start({ protocol, gzip: false });
    expect((await deliver(50))[1]?.headers["content-encoding"]).toBeUndefined();
  });

  test.each([408, 429, 500, 502, 503, 504])(
    "%i is tried again, 100 ms later or more, each event under its uuid and time",
    async (status) => {
      start({ protocol });
      const [first, second, third, ...more] = await deliver(5, { status }, { status });
      expect(more).toEqual([]);
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(100);
      expect((third?.at ?? 0) - (second?.at ?? 0)).toBeGreaterThanOrEqual(100);
      expect(second?.events).toEqual(first?.events);
      expect(third?.events).toEqual(first?.events);
      expect(new Set(third?.events.map(({ uuid }) => uuid)).size).toBe(5);
      expect(tracker.stats()).toMatchObject({ sent: 5, retried: 10, dropped: {} });
    },
  );

  test.each([400, 401, 402, 403, 404, 413, 415])("%i is final, and counted", async (status) => {
    start({ protocol });
    expect(await deliver(1, { status })).toHaveLength(1);
    const reason = { 402: "over_quota", 413: "too_large" }[status] ?? "rejected";
    expect(tracker.stats()).toMatchObject({ sent: 0, dropped: { [reason]: 1 } });
    expect(errors).toEqual([`${reason} ${status}`]);
  });

  test("Retry-After is kept", async () => {
    start({ protocol });
    const headers = { "retry-after": "1" };
    const [first, second] = await deliver(1, { status: 503, headers });
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  test("max_retries are all that are made; then the events are counted as failed", async () => {
    start({ protocol, max_retries: 2 });
    const requests = await deliver(2, ...Array(9).fill({ status: 503 }));
    expect(requests).toHaveLength(3);
    expect(tracker.stats()).toMatchObject({ sent: 0, queued: 0, dropped: { failed: 2 } });
  });

  test("historical_migration stands on the body, and only when it is wanted", async () => {
    start({ protocol });
    await deliver(1);
    await tracker.shutdown();
    start({ protocol, historical_migration: true });
    await deliver(1);
    const [plain, historical] = endpoint.asked.map(({ body }) => body);
    expect(plain).not.toHaveProperty("historical_migration");
    expect(historical?.historical_migration).toBe(true);
  });

  test("a key is trimmed; one that is none, and a host that is none, are told and send nothing", async () => {
    start({ protocol, api_key: " phc_test\n" });
    const [{ body, headers } = { body: {}, headers: {} }] = await deliver(1);
    expect(body.api_key ?? headers.authorization).toMatch(/^(Bearer )?phc_test$/);
    for (const wrong of [
      { api_key: "phx_1" },
      { api_key: "phc ü" },
      { host: "eu.i.posthog.com" },
    ]) {
      await tracker.shutdown();
      start({ protocol, ...wrong });
      await deliver(1);
      expect(tracker.stats().dropped).toEqual({ disabled: 1 });
    }
    expect(endpoint.asked).toHaveLength(1);
    expect(errors.map((error) => error.split(" ")[0])).toEqual(["setup", "setup", "setup"]);
    expect(errors.join()).not.toContain("phx_1");
  });
});

test("v0: the token and the moment of sending are on the body", async () => {
  start();
  const [request] = await deliver(1);
  expect(request?.body).toMatchObject({
    api_key: "phc_test",
    sent_at: expect.stringMatching(RFC_3339_UTC),
  });
});

test("a flush without end waits until all has arrived", async () => {
  start();
  endpoint.answer({ status: 503 });
  track(1);
  expect(await tracker.flush({ timeout: Number.POSITIVE_INFINITY })).toMatchObject({ sent: 1 });
});

test("a host that cannot be reached is told by the system's own name for why", async () => {
  start({ host: "http://127.0.0.1:9" });
  track(1);
  await tracker.shutdown({ timeout: 50 });
  start({ host: endpoint.url, agent: new Agent() });
  track(1);
  await tracker.shutdown({ timeout: 50 });
  expect(errors).toEqual(["delivery ECONNREFUSED", "delivery ERR_INVALID_PROTOCOL"]);
});

test("v0: a 200 that says that the project is over its quota took nothing, and is not asked again", async () => {
  start();
  const says = (body: string): Answer => ({
    status: 200,
    headers: { "content-length": String(body.length) },
    body,
  });
  expect(await deliver(2, says('{"status":1,"quota_limited":["events"]}'))).toHaveLength(1);
  expect(tracker.stats()).toMatchObject({ sent: 0, dropped: { over_quota: 2 } });
  expect(errors).toEqual(["over_quota an answer of 200"]);
  await deliver(1, says('{"status":"Ok","quota_limited":["recordings"]}'));
  await deliver(1, says('{"quota_limited":"events"}, says somebody between us'));
  await deliver(1, says('{"status":"Ok","quota_limited":null}'));
  expect(tracker.stats()).toMatchObject({ sent: 3, dropped: { over_quota: 2 } });
});

describe("v1", () => {
  test("the headers are the contract's, the body holds created_at and batch alone", async () => {
    start({ protocol: "v1" });
    const [request] = await deliver(1);
    expect(request?.headers).toMatchObject({
      authorization: "Bearer phc_test",
      "content-type": "application/json",
      "user-agent": expect.stringMatching(/^dd0c-track-node\/\d/),
      "posthog-sdk-info": expect.stringMatching(/^dd0c-track-node\/\d/),
      "posthog-attempt": "1",
      "posthog-request-id": expect.stringMatching(UUID),
      "posthog-request-timestamp": expect.stringMatching(RFC_3339_UTC),
    });
    expect(Object.keys(request?.body ?? {}).sort()).toEqual(["batch", "created_at"]);
    const event = request?.events[0] ?? {};
    // What was not set is not there.
    expect(Object.keys(event).sort()).toEqual(
      ["distinct_id", "event", "options", "properties", "timestamp", "uuid"].sort(),
    );
    expect(event.options).toEqual({});
    expect(event.properties).not.toHaveProperty("distinct_id");
  });

  test("options hold what was set; $set and $groups travel in properties", async () => {
    start({ protocol: "v1" });
    tracker.identify("u1", { role: "owner" });
    // Nobody's event: no profile is to be made.
    tracker.forTenant("t1").track.cost.digest.sent({ anomalies: 1 });
    await tracker.flush();
    const [person, digest] = endpoint.events();
    expect(person?.properties.$set).toEqual({ role: "owner" });
    expect(digest?.options).toEqual({ process_person_profile: false });
    expect(digest?.properties).not.toHaveProperty("$process_person_profile");
    expect(digest?.properties.$groups).toEqual({ tenant: "t1" });
  });

  test("a retry keeps the request's id, and renews attempt and moment; another request has another id", async () => {
    start({ protocol: "v1" });
    await deliver(1, { status: 503 });
    const asked = await deliver(1);
    const headers = (name: string) => asked.map((request) => request.headers[name]);
    const [first, again, other] = headers("posthog-request-id");
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(headers("posthog-attempt")).toEqual(["1", "2", "1"]);
    expect(new Set(headers("posthog-request-timestamp")).size).toBe(3);
  });

  test("of an answer event by event only `retry` is sent again, after Retry-After; what is not taken is counted", async () => {
    start({ protocol: "v1" });
    const verdicts = ["ok", "drop", "limited", "retry", "unheard of", undefined];
    endpoint.answer({
      status: 200,
      headers: { "retry-after": "1" },
      body: ({ events }) => {
        const results = events.map(({ uuid }, at) => [uuid, { result: verdicts[at] }]);
        return JSON.stringify({ results: Object.fromEntries(results) });
      },
    });
    const [first, second, ...more] = await deliver(6);
    expect(more).toEqual([]);
    expect(second?.events).toEqual(first?.events.slice(3, 4));
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect(second?.headers).toMatchObject({
      "posthog-attempt": "2",
      "posthog-request-id": first?.headers["posthog-request-id"],
    });
    expect(tracker.stats()).toMatchObject({ sent: 4, retried: 1, dropped: { rejected: 2 } });
    expect(errors).toEqual(["rejected drop"]);
  });

  test("what is over the quota is counted as that, whatever the result is called", async () => {
    start({ protocol: "v1" });
    const verdicts = [
      { result: "drop", details: "billing_limit_exceeded" },
      { result: "limited", details: "exceptions_over_quota" },
      { result: "limited", details: "rate_limited_token_distinct_id" },
      { result: "limited", details: "person_processing_disabled" },
      { result: "warning", details: "over_quota" },
    ];
    const body = ({ events }: ArrivedRequest): string =>
      JSON.stringify({
        results: Object.fromEntries(events.map(({ uuid }, at) => [uuid, verdicts[at]])),
      });
    expect(await deliver(5, { status: 200, body })).toHaveLength(1);
    expect(tracker.stats()).toMatchObject({ sent: 2, dropped: { over_quota: 2, rejected: 1 } });
    expect(errors).toEqual(["rejected limited", "over_quota an answer of 200"]);
  });

  test("an answer that nobody can read is taken for its status", async () => {
    start({ protocol: "v1" });
    expect(await deliver(2, { status: 200, body: "<html>" })).toHaveLength(1);
    expect(tracker.stats()).toMatchObject({ sent: 2, dropped: {} });
  });

  test("an event that is to be sent again for ever loses itself alone", async () => {
    start({ protocol: "v1", flush_interval: 1, max_retries: 3 });
    const body = ({ events }: ArrivedRequest): string =>
      JSON.stringify({
        results: Object.fromEntries(
          events.map(({ uuid, properties: { hours } }) => [
            uuid,
            { result: hours === 1 ? "retry" : "ok" },
          ]),
        ),
      });
    endpoint.answer(...Array(9).fill({ status: 200, headers: { "retry-after": "0" }, body }));
    track(3);
    await tracker.flush();
    expect(tracker.stats()).toMatchObject({ sent: 2, queued: 0, dropped: { failed: 1 } });
  });
});
