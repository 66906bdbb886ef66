import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ask, endEndpoints, start } from "../../tests/live-endpoint.js";
import { orderPaid } from "../../tests/shop-plan.js";

endEndpoints();

const uuid = (n: number): string => `018f5d2e-7c1a-7b3e-9f40-${String(n).padStart(12, "0")}`;
const batch = (...events: unknown[]): string =>
  JSON.stringify({ api_key: "phc_test", batch: events });
const post = (body: string | Uint8Array, headers: Record<string, string> = {}) => ({
  method: "POST",
  body,
  headers,
});

describe("every way in which PostHog's clients send", () => {
  const one = JSON.stringify(orderPaid({ token: "phc_test" }));
  const base64 = Buffer.from(one).toString("base64");
  const form = { "content-type": "application/x-www-form-urlencoded" };
  test.each([
    ["a batch", "/batch/", post(batch(orderPaid()))],
    ["a batch without a slash", "/batch", post(batch(orderPaid()))],
    [
      "gzip with its header",
      "/batch/",
      post(gzipSync(batch(orderPaid())), { "content-encoding": "gzip" }),
    ],
    [
      "gzip without",
      "/e/?compression=gzip-js&ip=0",
      post(gzipSync(one), { "content-type": "text/plain" }),
    ],
    [
      "deflate",
      "/batch/",
      post(deflateSync(batch(orderPaid())), { "content-encoding": "deflate" }),
    ],
    [
      "brotli",
      "/batch/",
      post(brotliCompressSync(batch(orderPaid())), { "content-encoding": "br" }),
    ],
    ["one event", "/i/v0/e/", post(one)],
    ["a list", "/e/", post(`[${one}]`)],
    [
      "a form with base64",
      "/e/?compression=base64",
      post(`data=${encodeURIComponent(base64)}&compression=base64`, form),
    ],
    ["a form whose plus signs were not escaped", "/e/", post(`data=${base64}`, form)],
    ["a form with JSON", "/capture/", post(`data=${encodeURIComponent(one)}`, form)],
    [
      "text that is a form",
      "/e/",
      post(`data=${encodeURIComponent(base64)}`, { "content-type": "text/plain" }),
    ],
    ["a pixel", `/e/?data=${encodeURIComponent(base64)}`, {}],
    ["JSON that calls itself a form", "/e/", post(one, form)],
  ])("%s", async (_, path, request) => {
    const { url, session } = await start();
    const { status, text } = await ask(url + path, request);
    expect([status, JSON.parse(text)]).toEqual([200, { status: "Ok" }]);
    expect(session.counts).toMatchObject({ events: 1, good: 1, refused: 0 });
  });

  test("sendBeacon is answered without a body", async () => {
    const { url, session } = await start();
    const { status, text } = await ask(`${url}/e/?beacon=1`, post(one));
    expect([status, text, session.counts.good]).toEqual([204, "", 1]);
  });

  test("v1 answers for each event by itself", async () => {
    const { url, session } = await start();
    const event = (n: number, more: object = {}) => ({
      ...orderPaid(),
      uuid: uuid(n),
      timestamp: "2026-11-02T09:30:00Z",
      ...more,
    });
    const body = JSON.stringify({
      created_at: "2026-11-02T09:30:00Z",
      batch: [event(1), event(2, { distinct_id: "null" }), event(3, { event: "" }), event(4)],
    });
    const reply = await ask(
      `${url}/i/v1/analytics/events`,
      post(body, { authorization: "Bearer phc_test" }),
    );
    expect(JSON.parse(reply.text)).toEqual({
      results: {
        [uuid(1)]: { result: "ok" },
        [uuid(2)]: { result: "drop", details: "illegal_distinct_id" },
        [uuid(3)]: { result: "drop", details: "empty_event_name" },
        [uuid(4)]: { result: "ok" },
      },
    });
    expect(session.counts).toMatchObject({ events: 2, good: 2 });
    const keyless = await ask(`${url}/i/v1/analytics/events`, post(body));
    expect([keyless.status, JSON.parse(keyless.text).error]).toEqual([401, "unauthorized"]);
  });

  test("recordings are counted and not kept", async () => {
    const { url, session } = await start();
    const { status } = await ask(`${url}/s/?compression=gzip-js`, post(Buffer.alloc(3_000_000, 7)));
    expect([status, session.counts.recordings, session.counts.events]).toEqual([200, 1, 0]);
  });

  test("what comes again under its uuid is counted once", async () => {
    const { url, session } = await start();
    const sent = batch(orderPaid({}, { uuid: uuid(1) }), orderPaid({}, { uuid: uuid(2) }));
    for (let n = 0; n < 3; n++) await ask(`${url}/batch/`, post(sent));
    expect(session.counts).toMatchObject({ events: 2, good: 2, repeated: 4 });
    expect(session.findings.all()).toMatchObject([
      { violation: { code: "repeated-uuid" }, count: 4 },
    ]);
  });
});

describe("what clients ask for besides", () => {
  test.each([
    ["/flags/?v=2", "application/json"],
    ["/decide/?v=3", "application/json"],
    ["/array/phc_test/config", "application/json"],
    ["/array/phc_test/config.js", "text/javascript"],
    ["/static/recorder.js", "text/javascript"],
    ["/api/feature_flag/local_evaluation?token=phc_test", "application/json"],
  ])("%s", async (path, type) => {
    const { url } = await start();
    const { status, headers, text } = await ask(url + path);
    expect([status, headers["content-type"]]).toEqual([200, type]);
    if (type === "application/json") expect(JSON.parse(text)).toBeTypeOf("object");
  });

  test("a page of any origin may send, and asks first", async () => {
    const { url } = await start();
    const headers = {
      origin: "http://shop.localhost:3000",
      "access-control-request-headers": "content-type,x-sdk",
      "access-control-request-private-network": "true",
    };
    const asked = await ask(`${url}/batch/`, { method: "OPTIONS", headers });
    expect(asked.status).toBe(204);
    expect(asked.headers).toMatchObject({
      "access-control-allow-origin": "http://shop.localhost:3000",
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": "content-type,x-sdk",
      "access-control-allow-private-network": "true",
    });
    const sent = await ask(`${url}/batch/`, post(batch(orderPaid()), { origin: headers.origin }));
    expect(sent.headers["access-control-allow-origin"]).toBe(headers.origin);
  });
});

test("a session of the past takes no events", async () => {
  const { url, session } = await start({ closedBecause: "this session is over" });
  const { status, text } = await ask(`${url}/batch/`, post(batch(orderPaid())));
  expect([status, text, session.counts.events]).toEqual([503, "this session is over\n", 0]);
});
