import { createServer } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createProxy } from "../src";
import { createNodeProxy } from "../src/node";
import { rawRequest } from "./raw-request";
import { listen, startUpstream, type Upstream } from "./upstream";

let ingest: Upstream;
let assets: Upstream;
let evil: Upstream;

beforeAll(async () => {
  [ingest, assets, evil] = await Promise.all([startUpstream(), startUpstream(), startUpstream()]);
});
afterAll(() => Promise.all([ingest.close(), assets.close(), evil.close()]));

/** Paths out of everything that has ever talked a proxy into another host. */
const path = (evilHost: () => string) =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom("/", "e", "static", "array", "/ingest", "ingest") },
        fc.constantFrom("..", ".", "%2e%2e", "%2E.", "%252e%252e", "\\", "%5c", "%2f", "//", "///"),
        fc.constantFrom("@", ":", ":80", "user:pass@", "http:", "https://", "?", "#", ";", "%00"),
        fc.constantFrom("%0d%0a", "%09", "%", "%zz", "\u00a0", "\u2025", "\uff0f", "\u00e9"),
        fc.constant("EVIL").map(evilHost),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 9 },
    )
    .map((parts) => parts.join(""));

it("asks nobody but the two upstreams, whatever URL it is given", async () => {
  const asked: string[] = [];
  const proxy = createProxy({
    region: "eu",
    fetch: async (url) => new Response(String(asked.push(url))),
  });
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        "https://app.example.com",
        "https://app.example.com/ingest",
        "http://u:p@h:1",
      ),
      path(() => "evil.example"),
      async (origin, text) => {
        const url = URL.parse?.(`${origin}${text}`) ?? parse(`${origin}${text}`);
        if (!url) return;
        url.username = "";
        url.password = "";
        asked.length = 0;
        await proxy(new Request(url));
        for (const target of asked) {
          passed++;
          const { origin: to, pathname } = new URL(target);
          expect(["https://eu.i.posthog.com", "https://eu-assets.i.posthog.com"]).toContain(to);
          expect(target.startsWith(to + pathname)).toBe(true);
          expect(pathname).not.toMatch(/\/\/|\/\.|%|\\/);
        }
      },
    ),
    { numRuns: 5_000 },
  );
  expect(passed).toBeGreaterThan(50);
});

it("reaches nobody else over a socket either, whatever bytes it is sent", async () => {
  const region = { ingest: ingest.url, assets: assets.url };
  const { port, close } = await listen(createServer(createNodeProxy({ region, timeout: 1_000 })));
  const answers: string[] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("GET", "POST", "OPTIONS"),
      fc.constantFrom("", "/ingest", "/ingest/"),
      path(() => evil.host),
      fc.boolean(),
      async (method, start, text, isHost) => {
        const target = `${start}${text}`.replace(/[\r\n ]/g, "");
        const host = isHost ? evil.host : "app.example.com";
        const head = `${method} ${target || "/"} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: ${evil.host}`;
        answers.push(await rawRequest(port, `${head}\r\nConnection: close\r\n\r\n`));
      },
    ),
    { numRuns: 600 },
  );
  await close();
  expect(evil.requests).toEqual([]);
  const arrived = [...ingest.requests, ...assets.requests];
  expect(arrived.length).toBeGreaterThan(10);
  for (const request of arrived)
    expect(request.path.replace(/\?.*/, "")).not.toMatch(/\/\/|\/\.|%|\\/);
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 (200|400|404|502) /);
});

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
