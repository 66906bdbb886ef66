import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { startPostHogEndpoint } from "../../core/tests/posthog-endpoint";
import { createNodeProxy } from "../src/node";
import { listen, startUpstream } from "./upstream";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const scripts = join(
  dirname(createRequire(import.meta.url).resolve("posthog-js/package.json")),
  "dist",
);
const open: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(open.map((close) => close())));

/** A page with PostHog's own snippet in short; everything it loads and sends is on this domain. */
const page = `<!doctype html><body><script>
  window.done = new Promise((resolve) => { window.ready = resolve; });
</script><script src="/ingest/static/array.js" onload="
  posthog.init('phc_test', { api_host: '/ingest', ui_host: 'https://eu.posthog.com', loaded: ready,
    capture_pageview: false, opt_out_useragent_filter: true });
"></script></body>`;

it.skipIf(!existsSync(executablePath) && !process.env.CI)(
  "carries the real posthog-js: scripts, configuration, flags, events, and a beacon at the end",
  async () => {
    const ingest = await startPostHogEndpoint();
    const assets = await startUpstream();
    assets.answer((response, { path }) => {
      const file = join(scripts, path.replace("/static/", "").replace(/\?.*/, ""));
      if (!path.startsWith("/static/") || !existsSync(file)) {
        response.writeHead(200, { "content-type": "application/json" }).end("{}");
        return;
      }
      const headers = { "content-type": "text/javascript", "content-encoding": "gzip" };
      response.writeHead(200, headers).end(gzipSync(readFileSync(file), { level: 1 }));
    });
    const region = { ingest: ingest.url, assets: assets.url };
    const proxy = createNodeProxy({ region });
    const site = await listen(
      createServer((request, response) =>
        proxy(request, response, () => {
          response.setHeader("set-cookie", "session=secret");
          response.setHeader("content-type", "text/html").end(page);
        }),
      ),
    );
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    open.push(() => browser.close(), ingest.close, assets.close, site.close);

    const url = `http://127.0.0.1:${site.port}`;
    const tab = await browser.newPage();
    const asked: string[] = [];
    tab.on("request", (request) => void asked.push(request.url()));
    await tab.goto(`${url}/reset?token=hush`, { timeout: 10_000 });
    await tab.evaluate("done");
    await tab.evaluate("posthog.capture('while here'); undefined");
    await ingest.arrived(1, ({ event }) => event === "while here");
    await tab.evaluate("posthog.capture('while leaving'); undefined");
    // posthog-js may lose what was captured in the moment in which its page is left.
    await tab.waitForTimeout(100);
    await tab.goto("about:blank");
    await ingest.arrived(1, ({ event }) => event === "while leaving");

    expect(asked.filter((it) => !it.startsWith(url) && it !== "about:blank")).toEqual([]);
    const paths = assets.requests.map(({ path }) => path.replace(/\?.*/, ""));
    expect(paths).toContain("/static/array.js");
    expect(paths).toContain("/array/phc_test/config.js");
    for (const { headers } of [...ingest.requests, ...assets.requests]) {
      expect(headers.cookie).toBeUndefined();
      expect(String(headers.referer)).not.toContain("hush");
      expect(headers["x-forwarded-for"]).toBe("127.0.0.1");
    }
  },
);
