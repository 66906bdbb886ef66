import { createServer, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";
import express from "express";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ProxyOptions } from "../src";
import { createNodeProxy } from "../src/node";
import { rawRequest } from "./raw-request";
import { listen, startUpstream, type Upstream } from "./upstream";

let ingest: Upstream;
let assets: Upstream;
const open: (() => Promise<void>)[] = [];

beforeAll(async () => {
  ingest = await startUpstream();
  assets = await startUpstream();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
  ingest.requests.length = 0;
  assets.requests.length = 0;
  ingest.answer((response) => void response.end("ok"));
});
afterAll(() => Promise.all([ingest.close(), assets.close()]));

async function start(options: Partial<ProxyOptions> = {}): Promise<number> {
  const region = { ingest: ingest.url, assets: assets.url };
  const server = createServer(createNodeProxy({ prefix: "/ingest", region, ...options }));
  const { port, close } = await listen(server);
  open.push(close);
  return port;
}

describe("http", () => {
  it("passes a request and its answer, cookies neither way", async () => {
    ingest.answer((response, { body }) => {
      response.writeHead(200, { "set-cookie": "a=1", "content-type": "application/json" });
      response.end(body);
    });
    const port = await start();
    const reply = await fetch(`http://127.0.0.1:${port}/ingest/e/?ip=1`, {
      method: "POST",
      body: "[]",
      headers: { cookie: "session=secret", "x-forwarded-for": "6.6.6.6" },
    });
    expect([reply.status, await reply.text()]).toEqual([200, "[]"]);
    expect(reply.headers.get("set-cookie")).toBeNull();
    const [arrived] = ingest.requests;
    expect(arrived?.path).toBe("/e/?ip=1");
    expect(arrived?.headers.cookie).toBeUndefined();
    expect(arrived?.headers["x-forwarded-for"]).toBe("127.0.0.1");
    expect(arrived?.headers.host).toBe(ingest.host);
  });

  it.each([
    ["GET http://127.0.0.1:1/ingest/e/ HTTP/1.1", 404],
    ["GET //127.0.0.1:1/ingest/e/ HTTP/1.1", 404],
    ["GET /ingest//127.0.0.1:1/e/ HTTP/1.1", 400],
    ["GET /ingest/../e/ HTTP/1.1", 400],
    ["GET /ingest/%2e%2e/e/ HTTP/1.1", 400],
    ["GET /ingest/%2E./e/ HTTP/1.1", 400],
    ["GET /ingest/e%2f..%2f HTTP/1.1", 400],
    ["GET /ingest/\\127.0.0.1:1\\e HTTP/1.1", 400],
    ["GET /ingest\\@127.0.0.1:1/e HTTP/1.1", 404],
    ["GET /ingest@127.0.0.1:1/e HTTP/1.1", 404],
    ["GET /ingest:80@127.0.0.1:1/e HTTP/1.1", 404],
    ["GET /ingest/e/%0d%0aHost:%20evil HTTP/1.1", 400],
    ["GET /ingest/e/\u00e9 HTTP/1.1", 400],
    ["GET /x/../ingest/e/ HTTP/1.1", 404],
    ["GET * HTTP/1.1", 404],
    ["TRACE /ingest/e/ HTTP/1.1", 405],
    ["PUT /ingest/e/ HTTP/1.1", 405],
    ["CONNECT 127.0.0.1:1 HTTP/1.1", undefined],
  ])("%s", async (line, status) => {
    const answer = await rawRequest(
      await start(),
      `${line}\r\nHost: a\r\nConnection: close\r\n\r\n`,
    );
    expect(answer.split(" ")[1]).toBe(status === undefined ? undefined : String(status));
    expect([...ingest.requests, ...assets.requests]).toEqual([]);
  });

  it("passes no second request that is hidden in a first", async () => {
    const hidden = "GET /ingest/flags/ HTTP/1.1\r\nHost: a\r\n\r\n";
    const head = "POST /ingest/e/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    const port = await start();
    await rawRequest(
      port,
      `${head}Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
    );
    await rawRequest(port, `${head}Content-Length: ${hidden.length}\r\n\r\n${hidden}`);
    expect(ingest.requests.map((request) => request.path)).toEqual(["/e/"]);
  });

  it("tells the client of a body that is too large, and stops reading it", async () => {
    const port = await start({ maxBody: 100_000 });
    for (const headers of [{}, { "content-length": 3_000_000 }]) {
      const status = await new Promise((resolve, reject) => {
        const request = httpRequest({ port, path: "/ingest/s/", method: "POST", headers });
        request.on("response", (response) => resolve(response.resume().statusCode));
        request.on("error", reject);
        request.end(Buffer.alloc(3_000_000));
      });
      expect(status).toBe(413);
    }
    expect(ingest.requests).toEqual([]);
  });

  it("passes an answer that comes before the upload has ended", async () => {
    const impatient = createServer((_, response) => void response.writeHead(429).end("slow down"));
    const { port: upstream, close } = await listen(impatient);
    open.push(close);
    const region = { ingest: `http://127.0.0.1:${upstream}`, assets: assets.url };
    const port = await start({ region });
    const request = httpRequest({ port, path: "/ingest/s/", method: "POST" });
    request.on("error", () => {});
    request.write("the first part");
    const status = await new Promise((resolve) => {
      request.on("response", (response) => resolve(response.resume().statusCode));
    });
    request.destroy();
    expect(status).toBe(429);
  });

  it.each([
    ["gzip, deflate, br", "text/javascript", "gzip"],
    ["br;q=1, gzip;q=0.5", "application/json", "gzip"],
    ["*", "text/css", "gzip"],
    ["identity", "text/javascript", undefined],
    ["br, gzip;q=0", "text/javascript", undefined],
    ["gzip", "image/png", undefined],
  ])("compresses again for %s and %s: %s", async (accepted, type, coding) => {
    const script = "let posthog;".repeat(1_000);
    assets.answer((response) => {
      const headers = { "content-type": type, "content-encoding": "gzip", vary: "Origin" };
      response.writeHead(200, headers).end(gzipSync(script));
    });
    const port = await start();
    const headers = { "accept-encoding": accepted };
    const [head, bytes] = await new Promise<[IncomingHttpHeaders, Buffer]>((resolve) =>
      httpRequest({ port, path: "/ingest/static/array.js", headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => resolve([response.headers, Buffer.concat(chunks)]));
      }).end(),
    );
    expect(head["content-encoding"]).toBe(coding);
    expect(head.vary).toBe(type === "image/png" ? "Origin" : "Origin, Accept-Encoding");
    expect(String(coding ? gunzipSync(bytes) : bytes)).toBe(script);
  });

  it("survives clients that leave in the middle", async () => {
    const port = await start();
    const request = httpRequest({ port, path: "/ingest/s/", method: "POST" });
    request.on("error", () => {});
    await new Promise((sent) => request.write("a part", sent));
    request.destroy();
    ingest.answer((response) => void response.write(Buffer.alloc(100_000)));
    const other = httpRequest({ port, path: "/ingest/e/" }).end();
    await new Promise((answered) => other.on("response", answered));
    other.destroy();
    ingest.answer((response) => void response.end("ok"));
    expect((await fetch(`http://127.0.0.1:${port}/ingest/e/`)).status).toBe(200);
  });
});

describe("Express", () => {
  async function startApp(make: (app: express.Express) => void): Promise<string> {
    const app = express();
    make(app);
    app.use((_, response) => void response.status(418).end());
    const { port, close } = await listen(createServer(app));
    open.push(close);
    return `http://127.0.0.1:${port}`;
  }
  const region = () => ({ ingest: ingest.url, assets: assets.url });

  it("goes with the whole app, or at its prefix; and leaves the rest alone", async () => {
    for (const path of ["/", "/ingest"]) {
      const url = await startApp((app) => app.use(path, createNodeProxy({ region: region() })));
      expect((await fetch(`${url}/ingest/e/?a=1`, { method: "POST", body: "{}" })).status).toBe(
        200,
      );
      expect((await fetch(`${url}/ingestion`)).status).toBe(418);
    }
    expect(ingest.requests.map((request) => request.path)).toEqual(["/e/?a=1", "/e/?a=1"]);
  });

  it("says so when a body parser came first", async () => {
    const problems: string[] = [];
    const onError = (error: Error) => void problems.push(error.message);
    const url = await startApp((app) =>
      app.use(express.text({ type: "*/*" }), createNodeProxy({ region: region(), onError })),
    );
    expect((await fetch(`${url}/ingest/e/`, { method: "POST", body: "{}" })).status).toBe(502);
    expect(problems.join()).toContain("before body parsers");
  });

  it("does not stand in the way when set up wrongly", async () => {
    const url = await startApp((app) => app.use(createNodeProxy({ region: "mars" as "us" })));
    expect((await fetch(`${url}/ingest/e/`)).status).toBe(418);
  });
});
