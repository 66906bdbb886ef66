import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nginxSnippet } from "../src";
import { rawRequest } from "./raw-request";
import { listen, startUpstream, type Upstream } from "./upstream";

const isThere = spawnSync("nginx", ["-v"]).status === 0;

describe("the text", () => {
  it("is whole, and knows PostHog by its certificate", () => {
    const text = nginxSnippet({ prefix: "/ingest", region: "eu" });
    expect(text).toContain('set $dd0c_upstream "https://eu.i.posthog.com";');
    expect(text).toContain('{ set $dd0c_upstream "https://eu-assets.i.posthog.com"; }');
    expect(text).toContain("proxy_ssl_server_name on;");
    expect(text).toContain("proxy_ssl_verify on;");
    expect(text).toContain("client_max_body_size 67108864;");
    expect(text.match(/\{/g)?.length).toBe(text.match(/\}/g)?.length);
  });

  it("is not written for wrong options", () => {
    expect(() => nginxSnippet({ prefix: "/a; }", region: "us" })).toThrow(RangeError);
    expect(() => nginxSnippet({ region: "mars" as "us" })).toThrow(RangeError);
  });
});

describe.skipIf(!isThere)("in nginx", () => {
  const folder = mkdtempSync(join(tmpdir(), "dd0c-nginx-"));
  let ingest: Upstream;
  let assets: Upstream;
  let nginx: ChildProcess;
  let port: number;

  beforeAll(async () => {
    ingest = await startUpstream();
    assets = await startUpstream();
    const free = await listen(createServer());
    port = free.port;
    await free.close();
    const region = { ingest: ingest.url, assets: assets.url };
    const snippet = nginxSnippet({ prefix: "/in.gest", region, maxBody: 100_000, timeout: 1_000 });
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join("\n");
    const server = `server { listen 127.0.0.1:${port};\n${snippet} location / { return 404; }}`;
    const file = join(folder, "nginx.conf");
    writeFileSync(
      file,
      `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
      events {} http { access_log off; ${temporary} ${server} }`,
    );
    // The same with TLS is only read: there is nobody to speak TLS with.
    const tls = join(folder, "tls.conf");
    const text = nginxSnippet({ prefix: "/in.gest", region: "eu" });
    writeFileSync(tls, `pid ${folder}/pid2; events {} http { ${temporary} server { ${text} } }`);
    const check = spawnSync("nginx", ["-t", "-p", folder, "-e", `${folder}/tls.log`, "-c", tls]);
    expect(check.stderr.toString()).toContain("test is successful");
    nginx = spawn("nginx", ["-p", folder, "-e", `${folder}/error.log`, "-c", file], {
      stdio: "inherit",
    });
    for (let tries = 0; tries < 100; tries++) {
      const isUp = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      if (isUp) break;
      await wait(50);
    }
  });
  beforeEach(() => {
    for (const upstream of [ingest, assets]) {
      upstream.requests.length = 0;
      upstream.answer((response) => void response.end("ok"));
    }
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => nginx.once("exit", resolve));
    nginx.kill("SIGTERM");
    await ended;
    await Promise.all([ingest.close(), assets.close()]);
    rmSync(folder, { recursive: true, force: true });
  });
  const get = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", ...init });

  it("routes, keeps slash and query, and names the upstream's host", async () => {
    for (const path of ["/static/array.js?v=1", "/array/phc_x/config", "/e/?ip=1&a=%2F", "/e"])
      expect((await get(`/in.gest${path}`)).status).toBe(200);
    expect(assets.requests.map(({ path }) => path)).toEqual([
      "/static/array.js?v=1",
      "/array/phc_x/config",
    ]);
    expect(ingest.requests.map(({ path }) => path)).toEqual(["/e/?ip=1&a=%2F", "/e"]);
    expect(ingest.requests[0]?.headers.host).toBe(ingest.host);
    expect(assets.requests[0]?.headers.host).toBe(assets.host);
    expect([(await get("/inxgest/e/")).status, (await get("/in.gestion/")).status]).toEqual([
      404, 404,
    ]);
  });

  it("passes what PostHog needs, and nothing else", async () => {
    const body = gzipSync("{}");
    await get("/in.gest/e/", {
      method: "POST",
      body,
      headers: {
        "content-encoding": "gzip",
        "content-type": "text/plain",
        "user-agent": "Firefox",
        cookie: "session=secret",
        authorization: "Basic secret",
        referer: "https://app.example.com/reset?token=secret",
        "x-forwarded-for": "6.6.6.6",
        "x-internal": "secret",
      },
    });
    const [arrived] = ingest.requests;
    expect(arrived?.body.equals(body)).toBe(true);
    expect(arrived?.headers).toMatchObject({
      "content-encoding": "gzip",
      "content-type": "text/plain",
      "user-agent": "Firefox",
      referer: "https://app.example.com/",
      "x-forwarded-for": "127.0.0.1",
    });
    expect(JSON.stringify(arrived?.headers)).not.toContain("secret");
    await get("/in.gest/e/", { headers: { authorization: "Bearer phc_x" } });
    expect(ingest.requests[1]?.headers.authorization).toBe("Bearer phc_x");
  });

  it("drops cookies of answers, and keeps their gzip bytes", async () => {
    assets.answer((response) => {
      const headers = { "set-cookie": "a=1", "content-encoding": "gzip", "alt-svc": "x" };
      response.writeHead(200, headers).end(gzipSync("let posthog"));
    });
    const answer = await rawRequest(
      port,
      "GET /in.gest/static/a.js HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept-Encoding: gzip\r\n\r\n",
    );
    expect(answer).toMatch(/content-encoding: gzip/i);
    expect(answer).not.toMatch(/set-cookie|alt-svc/i);
    expect(answer).toMatch(/content-security-policy: sandbox/i);
    expect(await (await get("/in.gest/static/a.js")).text()).toBe(
      String(gunzipSync(gzipSync("let posthog"))),
    );
  });

  it.each([
    ["GET /in.gest//evil.example/ HTTP/1.1", "400"],
    ["GET /in.gest/%2e%2e/in.gest/e/ HTTP/1.1", "400"],
    ["GET /x/../in.gest/e/ HTTP/1.1", "400"],
    ["GET /in.gest/e/%0d%0aX:%20y HTTP/1.1", "400"],
    ["GET /in.gest/\\evil HTTP/1.1", "400"],
    ["PUT /in.gest/e/ HTTP/1.1", "405"],
    ["GET http://evil.example/e/ HTTP/1.1", "404"],
  ])("%s", async (line, status) => {
    const answer = await rawRequest(port, `${line}\r\nHost: a\r\nConnection: close\r\n\r\n`);
    expect(answer.split(" ")[1]).toBe(status);
    expect([...ingest.requests, ...assets.requests]).toEqual([]);
  });

  it("bounds bodies and time, and follows no redirects", async () => {
    const large = await get("/in.gest/e/", { method: "POST", body: Buffer.alloc(200_000) });
    expect(large.status).toBe(413);
    ingest.answer((response) => void response.writeHead(302, { location: assets.url }).end());
    const moved = await get("/in.gest/e/");
    expect([moved.status, moved.headers.get("location")]).toEqual([502, null]);
    ingest.answer(() => {});
    expect((await get("/in.gest/e/")).status).toBe(504);
    ingest.answer((response) => void response.destroy());
    expect((await get("/in.gest/e/")).status).toBe(502);
  });
});
