import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type PostHogEndpoint, startPostHogEndpoint } from "../../core/tests/posthog-endpoint";

const CHROMIUM = "/usr/bin/chromium";
/** posthog-js and PostHog's own filters take a headless browser for a robot. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

declare global {
  /** What the page's bundle offers to the test. */
  var page: {
    alone(host: string): {
      track(count: number, text?: string): void;
      flush(): Promise<unknown>;
      stats(): { readonly sent: number; readonly retried: number };
    };
    beside(host: string): { track(count: number): void; identify(): void };
  };
}

const SCRIPT = `
  import posthog from "posthog-js";
  import { standAlone } from "@dd0c/track-browser";
  import { createTracker } from "./cost-browser";
  const context = { app_version: "1.2.3" };
  const calls = (tracker) => {
    const { track } = tracker.forTenant("t1");
    return {
      track(count, text) {
        for (let n = 0; n < count; n++) track.cost.anomaly.snoozed({ hours: n, ...(text && { text }) });
      },
      identify: () => tracker.identify("u1", { role: "owner" }),
      flush: () => tracker.flush(),
      stats: () => tracker.stats(),
    };
  };
  globalThis.page = {
    alone: (host) => calls(createTracker({ sink: standAlone({ api_key: "phc_test", host }), context })),
    beside(host) {
      posthog.init("phc_test", {
        api_host: host, autocapture: false, capture_pageview: false, capture_pageleave: false,
        advanced_disable_flags: true, disable_external_dependency_loading: true,
        disable_session_recording: true, disable_surveys: true,
        opt_out_useragent_filter: true,
      });
      posthog.capture("theirs", { hours: 0 });
      return calls(createTracker({ posthog, context }));
    },
  };
`;

describe.runIf(existsSync(CHROMIUM))("in Chromium", () => {
  let browser: Browser;
  let site: Server;
  let script: string;
  let endpoint: PostHogEndpoint;
  let page: Page;

  beforeAll(async () => {
    const fixtures = fileURLToPath(new URL("../../core/tests/fixtures", import.meta.url));
    const { outputFiles } = await build({
      stdin: { contents: SCRIPT, resolveDir: fixtures, loader: "js" },
      bundle: true,
      write: false,
      format: "iife",
      conditions: ["dd0c-source"],
    });
    script = outputFiles[0]?.text ?? "";
    site = createServer((request, response) => {
      const isScript = request.url === "/page.js";
      response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
      response.end(isScript ? script : '<!doctype html><script src="/page.js"></script>');
    });
    await new Promise<void>((listening) => site.listen(0, "127.0.0.1", listening));
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-background-networking"],
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
  beforeEach(async () => {
    endpoint = await startPostHogEndpoint();
    page = await browser.newPage({ userAgent: USER_AGENT });
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  });
  afterEach(async () => {
    await page.close();
    await endpoint.close();
  });

  test("stand-alone, events arrive by themselves, across origins, without a preflight", async () => {
    await page.evaluate((host) => globalThis.page.alone(host).track(3), endpoint.url);
    const events = await endpoint.arrived(3);
    expect(events[0]).toMatchObject({
      event: "cost.anomaly.snoozed",
      properties: {
        tenant_id: "t1",
        product: "cost",
        app_version: "1.2.3",
        $lib: "dd0c-track-browser",
      },
    });
    expect(endpoint.requests[0]?.headers["content-type"]).toMatch(/^text\/plain/);
  });

  test("a page that is left at once leaves its events behind, more than one beacon holds too", async () => {
    await page.evaluate((host) => globalThis.page.alone(host).track(50), endpoint.url);
    await page.goto("about:blank");
    const events = await endpoint.arrived(50);
    expect(new Set(events.map((event) => event.uuid)).size).toBe(50);
  });

  test("full requests follow one another without a failure: each gives its quota back", async () => {
    const stats = await page.evaluate(async (host) => {
      const tracker = globalThis.page.alone(host);
      tracker.track(100, "x".repeat(2_000));
      await tracker.flush();
      return tracker.stats();
    }, endpoint.url);
    expect(stats).toMatchObject({ sent: 100, retried: 0 });
  });

  test("beside posthog-js, ours differ from theirs by our context and `$lib` alone", async () => {
    await page.evaluate((host) => globalThis.page.beside(host).track(1), endpoint.url);
    const events = await endpoint.arrived(2);
    const theirs = events.find((event) => event.event === "theirs");
    const ours = events.find((event) => event.event === "cost.anomaly.snoozed");
    const added = ["$groups", "app_version", "product", "tenant_id"];
    const names = Object.keys(theirs?.properties ?? {});
    expect(Object.keys(ours?.properties ?? {}).sort()).toEqual([...names, ...added].sort());
    expect(ours?.properties).toMatchObject({
      distinct_id: theirs?.properties.distinct_id,
      $session_id: theirs?.properties.$session_id,
      $lib: "dd0c-track-browser",
      $groups: { tenant: "t1" },
    });
  });
});
