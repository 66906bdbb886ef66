import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ask, endEndpoints, raw, start } from "../../tests/live-endpoint.js";
import { orderPaid } from "../../tests/shop-plan.js";

endEndpoints();

const post = (body: string | Uint8Array, headers: Record<string, string> = {}) => ({
  method: "POST",
  body,
  headers,
});
const batch = (...events: unknown[]): string =>
  JSON.stringify({ api_key: "phc_test", batch: events });
const good = batch(orderPaid());

describe("what cannot be read gets a clear answer, and is told of", () => {
  const zipped = gzipSync(good);
  test.each<[string, string | Uint8Array, Record<string, string>, number, string]>([
    ["no body", "", {}, 400, "the body is empty"],
    ["no JSON", "hello", {}, 400, "invalid JSON"],
    ["JSON that ends too soon", good.slice(0, -4), {}, 400, "invalid JSON"],
    ["gzip that ends too soon", zipped.subarray(0, 40), {}, 400, "no whole gzip"],
    ["gzip that is none", "hello", { "content-encoding": "gzip" }, 400, "no whole gzip"],
    [
      "an encoding of our own",
      "hello",
      { "content-encoding": "rot13" },
      415,
      "rot13 is not read here",
    ],
    [
      "lz64",
      "data=abc&compression=lz64",
      { "content-type": "application/x-www-form-urlencoded" },
      400,
      "lz64 is not read",
    ],
    [
      "base64 that is none",
      "data=%%%",
      { "content-type": "application/x-www-form-urlencoded" },
      400,
      "neither JSON nor base64",
    ],
    ["a number", "12", {}, 400, "neither an object nor a list"],
    ["an empty batch", batch(), {}, 400, "holds no event"],
    ["an event that is none", batch(7), {}, 400, "an event is no object"],
    ["no name", batch({ distinct_id: "u" }), {}, 400, "empty event name"],
    ["nobody", batch({ event: "page_seen" }), {}, 400, "without a distinct_id"],
    ["a uuid that is none", batch({ ...orderPaid(), uuid: "1" }), {}, 400, "invalid uuid"],
    [
      "properties that are none",
      batch({ ...orderPaid(), properties: [] }),
      {},
      400,
      "properties is no object",
    ],
    ["no key", JSON.stringify({ batch: [orderPaid()] }), {}, 401, "without an api_key"],
    [
      "a personal key",
      JSON.stringify({ api_key: "phx_1", batch: [orderPaid()] }),
      {},
      401,
      "personal_api_key",
    ],
    [
      "two keys",
      JSON.stringify({ api_key: "phc_1", batch: [{ ...orderPaid(), api_key: "phc_2" }] }),
      {},
      401,
      "inconsistent",
    ],
    [
      "deep lists",
      `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
      {},
      400,
      "nested deeper than 64",
    ],
    [
      "deep objects",
      `{"api_key":"k","batch":[{"event":"e","distinct_id":"u","properties":${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}}]}`,
      {},
      400,
      "nested deeper than 64",
    ],
    [
      "an event of more than a megabyte",
      batch(orderPaid({ title: "x".repeat(1_100_000) })),
      {},
      400,
      "maximum event size",
    ],
  ])("%s", async (_, body, headers, status, words) => {
    const { url, session } = await start();
    const reply = await ask(`${url}/batch/`, post(body, headers));
    expect([reply.status, reply.headers["content-type"]]).toEqual([status, "text/plain"]);
    expect(reply.text).toContain(words);
    expect(session.counts).toMatchObject({ events: 0, refused: 1 });
    expect(session.findings.all()).toMatchObject([
      { violation: { code: "refused-request" }, count: 1 },
    ]);
    expect((await ask(`${url}/batch/`, post(good))).status).toBe(200);
  });

  test("a gzip bomb ends at its bound, and costs little memory", async () => {
    const { url } = await start();
    const bomb = gzipSync(Buffer.alloc(400 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(500_000);
    const before = process.memoryUsage().rss;
    const replies = await Promise.all([1, 2, 3].map(() => ask(`${url}/batch/`, post(bomb))));
    for (const { status, text } of replies)
      expect([status, text]).toEqual([413, "unpacked it is larger than 32 MB\n"]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test("a body that is too large is not read to its end", async () => {
    const { url, session } = await start();
    const head = `POST /batch/ HTTP/1.1\r\nhost: x\r\ncontent-length: ${30 * 1024 * 1024}\r\n\r\n{"api_key"`;
    expect(await raw(url, head)).toMatch(
      /^HTTP\/1\.1 413 [\s\S]*maximum body size exceeded: 20 MB/,
    );
    expect(session.counts.refused).toBe(1);
  });

  test("one without an end is cut off where it has too much", async () => {
    const { url } = await start();
    const { status } = await ask(`${url}/batch/`, {
      ...post(Buffer.alloc(21 * 1024 * 1024, 0x20)),
      headers: { "transfer-encoding": "chunked" },
    }).catch(() => ({ status: "hung up" }));
    expect([413, "hung up"]).toContain(status);
  });

  test("what is no HTTP, and headers without end", async () => {
    const { url, session } = await start();
    expect(await raw(url, "GET / SPDY/9\r\n\r\n")).toContain("400 Bad Request");
    expect(
      await raw(url, `GET / HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(100_000)}\r\n\r\n`),
    ).toContain("431");
    expect(session.counts.refused).toBe(2);
  });

  test("a client that sends slowly is cut off", async () => {
    const { url, session } = await start({ timeouts: { headers: 300, request: 600 } });
    const slow = "POST /batch/ HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{";
    expect(await raw(url, slow)).toContain("408");
    expect(session.counts.refused).toBe(1);
  }, 10_000);

  test("thirty thousand properties that nobody planned: quick, and few findings", async () => {
    const { url, session } = await start();
    const odd = Object.fromEntries(
      Array.from({ length: 30_000 }, (_, n) => [`amoun${n}`, "a@b.example"]),
    );
    const began = performance.now();
    for (const event of ["order_paid", "$identify", "nobody_knows"]) {
      const sent = { ...orderPaid(event === "$identify" ? { $set: odd } : odd), event };
      expect((await ask(`${url}/batch/`, post(batch(sent)))).status).toBe(200);
    }
    expect(performance.now() - began).toBeLessThan(5_000);
    for (const { violations } of session.recent.after(0, 10))
      expect(violations.length).toBeLessThan(110);
  });

  test("names and keys that objects treat in a way of their own", async () => {
    const { url, session } = await start();
    const body = `{"api_key":"phc_test","batch":[{"event":"__proto__","distinct_id":"constructor","properties":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"tenant_id":"t_1","product":"toString","runtime":"valueOf"}},{"event":"order_paid","distinct_id":"u","properties":{"hasOwnProperty":1,"toString":"x","amount":1,"tenant_id":"t_1","product":"web","runtime":"node"}}]}`;
    expect((await ask(`${url}/batch/`, post(body))).status).toBe(200);
    expect(session.counts).toMatchObject({ events: 2, bad: 2 });
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    const codes = session.findings
      .all()
      .map(({ violation }) => `${violation.code} ${violation.path}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        "unknown-event ",
        "unplanned-property toString",
        "unplanned-property hasOwnProperty",
      ]),
    );
  });
});

describe("the page and its data are for nobody else's pages", () => {
  const paths = ["/", "/live/plan", "/live/state", "/live/rows", "/live/stream", "/live/events/1"];
  const ours = (url: string) => new URL(url).host;

  test.each(paths)("%s", async (path) => {
    const { url } = await start();
    await ask(`${url}/batch/`, post(good));
    const strangers: [Record<string, string>, number][] = [
      [{ host: "evil.example" }, 421],
      [{ host: `evil.example:${new URL(url).port}` }, 421],
      [{ host: ours(url), origin: "https://evil.example" }, 403],
      [{ host: ours(url), origin: "null" }, 403],
      [{ host: ours(url), "sec-fetch-site": "cross-site" }, 403],
      [{ host: ours(url), "sec-fetch-site": "same-site" }, 403],
    ];
    for (const [headers, status] of strangers) {
      const reply = await ask(url + path, { headers });
      expect([headers, reply.status]).toEqual([headers, status]);
      expect(reply.headers["access-control-allow-origin"]).toBeUndefined();
      expect(reply.text).not.toContain("order_paid");
    }
    expect((await ask(url + path, { method: "POST" })).status).toBe(405);
    if (path === "/live/stream") return;
    const own = await ask(url + path, {
      headers: { origin: url, "sec-fetch-site": "same-origin" },
    });
    expect(own.status).toBe(200);
    expect(own.headers["access-control-allow-origin"]).toBeUndefined();
    expect(own.headers["x-content-type-options"]).toBe("nosniff");
  });

  test("the page may not be framed, and runs only what it brought along", async () => {
    const { url } = await start();
    const { headers } = await ask(url);
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["content-security-policy"]).toMatch(
      /default-src 'none'.*script-src 'sha256-.*connect-src 'self'/,
    );
    expect(headers["content-security-policy"]).not.toContain("unsafe");
  });

  test("it listens on loopback only", async () => {
    const { url } = await start();
    expect(new URL(url).hostname).toBe("127.0.0.1");
  });
});
