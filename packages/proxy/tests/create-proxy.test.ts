import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createProxy, type ProxyOptions } from "../src";
import { startUpstream, type Upstream } from "./upstream";

let ingest: Upstream;
let assets: Upstream;

beforeAll(async () => {
  ingest = await startUpstream();
  assets = await startUpstream();
});
afterEach(() => {
  for (const upstream of [ingest, assets]) {
    upstream.requests.length = 0;
    upstream.answer((response) => void response.end("ok"));
  }
});
afterAll(() => Promise.all([ingest.close(), assets.close()]));

function proxyWith(options: Partial<ProxyOptions> = {}) {
  const region = { ingest: ingest.url, assets: assets.url };
  const proxy = createProxy({ prefix: "/ingest", region, ...options });
  return (path: string, init?: RequestInit & { duplex?: "half" }, address?: string) =>
    proxy(new Request(`https://app.example.com${path}`, init), { address });
}
const post = (body: BodyInit, headers: Record<string, string> = {}) => ({
  method: "POST",
  body,
  headers,
  duplex: "half" as const,
});

describe("routes", () => {
  it.each([
    ["/ingest/static/array.js", "assets", "/static/array.js"],
    ["/ingest/static/1.434.18/recorder.js?v=1", "assets", "/static/1.434.18/recorder.js?v=1"],
    ["/ingest/array/phc_x/config.js", "assets", "/array/phc_x/config.js"],
    ["/ingest/e/", "ingest", "/e/"],
    ["/ingest/e", "ingest", "/e"],
    ["/ingest/i/v1/analytics/events", "ingest", "/i/v1/analytics/events"],
    ["/ingest/flags/?v=2&a=%40%2F&b=..//", "ingest", "/flags/?v=2&a=%40%2F&b=..//"],
    ["/ingest/arrays/x", "ingest", "/arrays/x"],
    ["/ingest/e/static/x", "ingest", "/e/static/x"],
    ["/ingest", "ingest", "/"],
  ] as const)("%s to %s", async (path, where, arrived) => {
    expect((await proxyWith()(path)).status).toBe(200);
    const [there, other] = where === "assets" ? [assets, ingest] : [ingest, assets];
    expect(there.requests.map((request) => request.path)).toEqual([arrived]);
    expect(other.requests).toEqual([]);
  });

  it.each(["/ingestion/e/", "/ingest-x/e/", "/e/", "/", "/Ingest/e/", "/x/ingest/e/"])(
    "%s is not the proxy's",
    async (path) => {
      expect((await proxyWith()(path)).status).toBe(404);
      expect(ingest.requests).toEqual([]);
    },
  );

  it("knows a domain of its own, a deep prefix, and a prefix with a slash", async () => {
    for (const prefix of ["/", "", "/a/b", "/a/b/"])
      await proxyWith({ prefix })(`${prefix.replace(/\/$/, "")}/e/`);
    expect(ingest.requests.map((request) => request.path)).toEqual(["/e/", "/e/", "/e/", "/e/"]);
  });

  it("lets only allowed paths pass, at a segment's border", async () => {
    const get = proxyWith({ allowPaths: ["/e", "/static/"] });
    const statuses = [
      "/ingest/e/",
      "/ingest/e",
      "/ingest/static/a.js",
      "/ingest/engage/",
      "/ingest",
    ];
    const replies = await Promise.all(statuses.map((path) => get(path)));
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 404, 404]);
  });

  it.each(["us", "eu"] as const)("knows the region %s", async (region) => {
    const urls: string[] = [];
    const fetch = async (url: string) => new Response(String(urls.push(url)));
    for (const path of ["/ingest/e/", "/ingest/static/x.js", "/ingest/array/a/config"])
      await proxyWith({ region, fetch })(path);
    expect(urls).toEqual([
      `https://${region}.i.posthog.com/e/`,
      `https://${region}-assets.i.posthog.com/static/x.js`,
      `https://${region}-assets.i.posthog.com/array/a/config`,
    ]);
  });
});

describe("requests", () => {
  it("has the upstream's Host, and keeps gzip bytes and slash", async () => {
    const bytes = gzipSync(JSON.stringify({ batch: [] }));
    const headers = { "content-encoding": "gzip", "content-type": "text/plain" };
    await proxyWith()("/ingest/batch/?compression=gzip-js", post(bytes, headers));
    const [arrived] = ingest.requests;
    expect(arrived?.headers).toMatchObject({ ...headers, host: ingest.host });
    expect(arrived?.body.equals(bytes)).toBe(true);
  });

  it("keeps a declared length", async () => {
    await proxyWith()("/ingest/e/", post("abc", { "content-length": "3" }));
    expect(ingest.requests[0]?.headers["content-length"]).toBe("3");
    expect(ingest.requests[0]?.headers["transfer-encoding"]).toBeUndefined();
  });

  it.each(["GET", "HEAD", "POST", "OPTIONS"])("passes %s", async (method) => {
    expect((await proxyWith()("/ingest/e/", { method })).status).toBe(200);
    expect(ingest.requests[0]?.method).toBe(method);
  });

  it.each(["PUT", "DELETE", "PATCH"])("refuses %s", async (method) => {
    const reply = await proxyWith()("/ingest/e/", { method });
    expect([reply.status, reply.headers.get("allow")]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
    expect(ingest.requests).toEqual([]);
  });

  it("leaves cookies, credentials, hop-by-hop and platform headers at home", async () => {
    const headers = {
      cookie: "session=secret",
      authorization: "Basic c3RhZ2luZw==",
      connection: "close, x-internal",
      "keep-alive": "timeout=5",
      "proxy-authorization": "Basic x",
      te: "trailers",
      upgrade: "h2c",
      "x-internal": "secret",
      "x-vercel-oidc-token": "secret",
      "cf-access-jwt-assertion": "secret",
      forwarded: "for=6.6.6.6",
      referer: "https://app.example.com/reset?token=secret#x",
      "user-agent": "Firefox",
      "posthog-attempt": "2",
    };
    await proxyWith()("/ingest/e/", { headers });
    const { headers: arrived } = ingest.requests[0] ?? { headers: {} };
    expect(JSON.stringify(arrived)).not.toMatch(/secret|c3Rh|h2c|trailers|6\.6/);
    expect(arrived).toMatchObject({
      referer: "https://app.example.com/",
      "user-agent": "Firefox",
      "posthog-attempt": "2",
    });
  });

  it("passes a project's key", async () => {
    const authorization = "Bearer phc_abc";
    await proxyWith()("/ingest/i/v1/analytics/events", post("{}", { authorization }));
    expect(ingest.requests[0]?.headers.authorization).toBe(authorization);
  });
});

describe("the client's address", () => {
  const forged = { "x-forwarded-for": "6.6.6.6, 203.0.113.9" };
  it.each([
    ["of the connection, not what is claimed", undefined, "192.0.2.1", forged, "192.0.2.1"],
    ["of nobody known", undefined, undefined, forged, undefined],
    ["as the trusted header's last", "x-forwarded-for", "10.0.0.1", forged, "203.0.113.9"],
    ["two hops away", { name: "x-forwarded-for", hops: 2 }, "10.0.0.1", forged, "6.6.6.6"],
    ["with too few hops", { name: "x-forwarded-for", hops: 3 }, "10.0.0.1", forged, "10.0.0.1"],
    ["with a port", "x-real-ip", "10.0.0.1", { "x-real-ip": "203.0.113.9:99" }, "203.0.113.9"],
    ["as IPv6", "x-real-ip", "10.0.0.1", { "x-real-ip": "[2001:db8::1]:99" }, "2001:db8::1"],
    ["when the header is none", "x-real-ip", "::ffff:10.0.0.1", { "x-real-ip": "me" }, "10.0.0.1"],
  ] as const)("%s", async (_, trustProxyHeader, address, headers, expected) => {
    await proxyWith({ trustProxyHeader })("/ingest/e/", { headers }, address);
    expect(ingest.requests[0]?.headers["x-forwarded-for"]).toBe(expected);
  });
});

describe("answers", () => {
  it("takes the coding's headers off what fetch has decoded", async () => {
    const script = "let posthog;".repeat(1_000);
    const zipped = gzipSync(script);
    assets.answer((response) => {
      response.writeHead(200, { "content-encoding": "gzip", "content-length": zipped.length });
      response.end(zipped);
    });
    const reply = await proxyWith()("/ingest/static/array.js");
    expect(reply.headers.get("content-encoding")).toBeNull();
    expect(reply.headers.get("content-length")).toBeNull();
    expect(await reply.text()).toBe(script);
  });

  it("drops cookies and whatever would rule the host's domain", async () => {
    const kept = {
      "content-type": "application/json",
      etag: '"1"',
      "retry-after": "5",
      "access-control-allow-origin": "https://app.example.com",
    };
    ingest.answer((response) => {
      response.writeHead(429, {
        ...kept,
        "set-cookie": ["a=1", "b=2"],
        "strict-transport-security": "max-age=1; includeSubDomains",
        "clear-site-data": '"*"',
        "alt-svc": 'h3=":443"',
        refresh: "0; url=https://evil.example",
        server: "x",
      });
      response.end("{}");
    });
    const reply = await proxyWith()("/ingest/e/");
    expect(reply.status).toBe(429);
    expect(Object.fromEntries(reply.headers)).toEqual({
      ...kept,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
    });
  });

  it("lets browsers keep scripts, and says so only where PostHog has not", async () => {
    const get = proxyWith();
    const cached = async (path: string) => (await get(path)).headers.get("cache-control");
    expect(await cached("/ingest/static/array.js")).toBe("public, max-age=14400");
    expect(await cached("/ingest/array/phc_x/config.js")).toBeNull();
    assets.answer((response) => void response.setHeader("cache-control", "no-store").end());
    expect(await cached("/ingest/static/array.js")).toBe("no-store");
  });

  it("passes 304 and 204", async () => {
    const get = proxyWith();
    for (const status of [304, 204]) {
      assets.answer((response) => void response.writeHead(status).end());
      const reply = await get("/ingest/static/a.js", { headers: { "if-none-match": '"1"' } });
      expect([reply.status, reply.body]).toEqual([status, null]);
    }
    expect(assets.requests[0]?.headers["if-none-match"]).toBe('"1"');
  });

  it.each([301, 302, 303, 307, 308])("follows no redirect (%s)", async (status) => {
    ingest.answer((response) => void response.writeHead(status, { location: assets.url }).end());
    const reply = await proxyWith()("/ingest/e/", post("{}"));
    expect([reply.status, reply.headers.get("location")]).toEqual([502, null]);
    expect(assets.requests).toEqual([]);
  });
});

describe("bounds", () => {
  it("refuses a declared length without asking PostHog", async () => {
    const reply = await proxyWith({ maxBody: 2 })(
      "/ingest/e/",
      post("abc", { "content-length": "3" }),
    );
    expect([reply.status, ingest.requests.length]).toEqual([413, 0]);
  });

  it("cuts a body that says nothing of its length", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled++;
        controller.enqueue(new Uint8Array(1_000));
      },
    });
    expect((await proxyWith({ maxBody: 10_000 })("/ingest/e/", post(endless))).status).toBe(413);
    expect(pulled).toBeLessThan(20);
    expect(ingest.requests).toEqual([]);
  });

  it("says so even where fetch takes the cut for an end", async () => {
    const fetch = async (_: string, init: RequestInit) => {
      await new Response(init.body ?? null).text().catch(() => {});
      return new Response("ok");
    };
    expect((await proxyWith({ maxBody: 2, fetch })("/ingest/e/", post("abc"))).status).toBe(413);
  });

  it("takes a body of just the size", async () => {
    expect((await proxyWith({ maxBody: 3 })("/ingest/e/", post("abc"))).status).toBe(200);
  });

  it("is 504 when PostHog is silent, and 502 when it is away; and says so", async () => {
    const problems: string[] = [];
    const onError = (error: Error) => void problems.push(error.message);
    ingest.answer(() => {});
    expect((await proxyWith({ timeout: 50, onError })("/ingest/e/", post("{}"))).status).toBe(504);
    ingest.answer((response) => void response.destroy());
    expect((await proxyWith({ onError })("/ingest/e/", post("{}"))).status).toBe(502);
    const region = { ingest: "http://127.0.0.1:1", assets: assets.url };
    expect((await proxyWith({ region, onError })("/ingest/e/")).status).toBe(502);
    expect(problems.map((text) => text.replace(/.*PostHog /, ""))).toEqual([
      "took too long.",
      "could not be reached.",
      "could not be reached.",
    ]);
  });

  it("breaks off an answer that drips for too long", async () => {
    ingest.answer((response) => void response.write("a"));
    const reply = await proxyWith({ timeout: 100 })("/ingest/e/");
    expect(reply.status).toBe(200);
    await expect(reply.text()).rejects.toThrow();
  });

  it("gives up with its client, unless all of the events are there", async () => {
    const client = new AbortController();
    const waits = proxyWith()("/ingest/e/", { signal: client.signal });
    ingest.answer(() => client.abort());
    expect((await waits).status).toBe(502);
    const other = new AbortController();
    ingest.answer((response) => {
      other.abort();
      setImmediate(() => response.end());
    });
    const delivered = await proxyWith()("/ingest/e/", { ...post("{}"), signal: other.signal });
    expect(delivered.status).toBe(200);
  });

  it.each([
    { prefix: "//evil.example" },
    { prefix: "/a/../b" },
    { region: "mars" as "us" },
    { region: { ingest: "javascript:alert(1)", assets: "https://x" } },
    { region: undefined as unknown as "us" },
    { timeout: Number.NaN },
    { trustProxyHeader: { name: "x-real-ip", hops: 0 } },
  ])("answers 502 and says why when set up wrongly: %j", async (options) => {
    const problems: string[] = [];
    const onError = (error: Error) => {
      problems.push(error.message);
      throw error;
    };
    expect((await proxyWith({ ...options, onError })("/ingest/e/")).status).toBe(502);
    expect(problems).toHaveLength(1);
  });
});
