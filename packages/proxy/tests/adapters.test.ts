import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createNextProxy, nextRewrites } from "../src/next";
import { createWorkerProxy } from "../src/worker";
import { startUpstream, type Upstream } from "./upstream";

let upstream: Upstream;
beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());
const region = () => ({ ingest: upstream.url, assets: upstream.url });

it("is a route of Next.js whose fetch keeps nothing", async () => {
  const inits: (RequestInit & { cache?: string })[] = [];
  const fetch = async (_: string, init: RequestInit) => new Response(String(inits.push(init)));
  const { GET, POST, HEAD, OPTIONS } = createNextProxy({ region: "us", fetch });
  const url = "https://app.example.com/ingest/e/";
  expect((await GET(new Request(url))).status).toBe(200);
  expect((await POST(new Request(url, { method: "POST", body: "{}" }))).status).toBe(200);
  expect([HEAD, OPTIONS]).toEqual([GET, GET]);
  expect(inits.map(({ cache }) => cache)).toEqual(["no-store", "no-store"]);
});

it.each([
  ["https://a.example/ingest/e/?path=e", { path: ["e"] }, "/e/"],
  ["https://a.example/ingest/flags/?v=2&path=flags", { path: ["flags"] }, "/flags/?v=2"],
  ["https://a.example/ingest/static/%40x?path=static&path=%40x", { path: ["static", "@x"] }, null],
  ["https://a.example/ingest/e/?mypath=e", { path: ["e"] }, "/e/?mypath=e"],
  ["https://a.example/ingest/e/?v=1", { path: ["e"] }, "/e/?v=1"],
  ["https://a.example/ingest/e/?v=1", {}, "/e/?v=1"],
] as const)("passes on of %s what the browser has sent", async (url, params, expected) => {
  const asked: string[] = [];
  const bodies: Promise<string>[] = [];
  const { POST } = createNextProxy({
    region: "us",
    async fetch(target, init) {
      asked.push(target.replace("https://us.i.posthog.com", ""));
      bodies.push(new Response(init.body ?? null).text());
      return new Response("ok");
    },
  });
  const route = POST as (request: Request, context: object) => Promise<Response>;
  await route(new Request(url, { method: "POST", body: "{}" }), {
    params: Promise.resolve(params),
  });
  expect(asked).toEqual(expected === null ? [] : [expected]);
  for (const body of bodies) expect(await body).toBe("{}");
});

it("is rewrites of Next.js", () => {
  expect(nextRewrites({ prefix: "/x", region: "eu" })).toEqual([
    { source: "/x/static/:path(.*)", destination: "https://eu-assets.i.posthog.com/static/:path" },
    { source: "/x/array/:path(.*)", destination: "https://eu-assets.i.posthog.com/array/:path" },
    { source: "/x/:path(.*)", destination: "https://eu.i.posthog.com/:path" },
  ]);
  expect(() => nextRewrites({ prefix: "x", region: "eu" })).toThrow(RangeError);
});

it("is a Worker that keeps scripts, and only those that are for everyone", async () => {
  const kept = new Map<string, Response>();
  vi.stubGlobal("caches", {
    default: {
      match: async (url: string) => kept.get(url)?.clone(),
      put: async (url: string, reply: Response) => void kept.set(url, reply),
    },
  });
  const puts: Promise<unknown>[] = [];
  const worker = createWorkerProxy({ region: region() });
  const get = async (path: string, method = "GET") => {
    const headers = { "cf-connecting-ip": "203.0.113.9", "x-forwarded-for": "6.6.6.6" };
    const request = new Request(`https://t.example.com/ingest${path}`, { method, headers });
    const reply = await worker.fetch(request, {}, { waitUntil: (put) => void puts.push(put) });
    await Promise.all(puts);
    return reply.text();
  };
  for (const path of ["/static/a.js", "/static/a.js", "/e/", "/e/"])
    expect(await get(path)).toBe("ok");
  await get("/static/b.js", "HEAD");
  expect(upstream.requests.map(({ path }) => path)).toEqual([
    "/static/a.js",
    "/e/",
    "/e/",
    "/static/b.js",
  ]);
  expect(upstream.requests[0]?.headers["x-forwarded-for"]).toBe("203.0.113.9");
  upstream.answer((response) => {
    response.setHeader("access-control-allow-origin", "https://a.example").end("hers");
  });
  for (let times = 0; times < 2; times++) await get("/static/c.js");
  upstream.answer((response) => void response.writeHead(500).end("broken"));
  for (let times = 0; times < 2; times++) expect(await get("/static/d.js")).toBe("broken");
  expect([...kept.keys()]).toEqual(["https://t.example.com/ingest/static/a.js"]);
  vi.unstubAllGlobals();
});
