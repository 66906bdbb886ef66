import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
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
    /** With what the page says about itself, and the views of a router. */
    described(host: string): { track(count: number): void; flush(): Promise<unknown> };
    beside(host: string): { track(count: number): void; identify(): void };
  };
}

const SCRIPT = `
  import posthog from "posthog-js";
  import { standAlone } from "@dd0c/track-browser";
  import { describePage, trackPageviews } from "@dd0c/track-browser/page";
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
    described(host) {
      const sink = describePage(standAlone({ api_key: "phc_test", host }));
      const tracker = createTracker({ sink, context });
      trackPageviews(tracker.forTenant("t1"));
      return calls(tracker);
    },
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

/** What posthog-js says about itself, its queue and its recorder; a lasting id of the device; what was searched for. */
const LEFT_OUT = [
  "$browser_type",
  "$config_defaults",
  "$configured_session_timeout_ms",
  "$device_id",
  "$initialization_time",
  "$insert_id",
  "$lib_custom_api_host",
  "$lib_rate_limit_remaining_tokens",
  "$recording_status",
  "$sdk_debug_extensions_init_method",
  "$sdk_debug_extensions_init_time_ms",
  "$sdk_debug_retry_queue_size",
  "$sdk_dist_channel",
  "$session_entry_ph_keyword",
  "$time",
  "ph_keyword",
  "token",
];
/** Addresses: ours have no query and no fragment. */
const SPARING = ["$current_url", "$referrer", "$session_entry_referrer", "$session_entry_url"];
/** Each client's own. */
const OWN = ["$lib", "$lib_version", "$session_id", "$window_id", "distinct_id"];

describe.runIf(existsSync(CHROMIUM))("in Chromium", () => {
  let browser: Browser;
  let site: Server;
  let script: string;
  let endpoint: PostHogEndpoint;
  let context: BrowserContext;
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
  const address = (): string => `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  beforeEach(async () => {
    endpoint = await startPostHogEndpoint();
    context = await browser.newContext({ userAgent: USER_AGENT });
    page = await context.newPage();
    await page.goto(address());
  });
  afterEach(async () => {
    await context.close();
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

  test("stand-alone with `describePage`, events say what posthog-js says in the same page", async () => {
    const landing = `${address()}pricing?utm_source=hn&utm_medium=a+b&secret=1#part`;
    await page.goto(landing, { referer: "https://www.google.com/search?q=ada" });
    await page.evaluate((host) => {
      globalThis.page.beside(host);
      globalThis.page.described(host).track(1);
    }, endpoint.url);
    const events = await endpoint.arrived(3);
    const theirs = events.find(({ event }) => event === "theirs")?.properties ?? {};
    const ours = events.find(({ event }) => event === "cost.anomaly.snoozed")?.properties ?? {};
    const differing = Object.keys(theirs).filter(
      (name) =>
        theirs[name] !== null && JSON.stringify(ours[name]) !== JSON.stringify(theirs[name]),
    );
    expect(differing.sort()).toEqual([...LEFT_OUT, ...SPARING, ...OWN].sort());
    for (const name of SPARING) expect(ours[name]).toBe(`${theirs[name]}`.replace(/[?#].*/, ""));
    expect(JSON.stringify(ours)).not.toMatch(/secret|q=ada/);
    const planned = ["$groups", "app_version", "product", "tenant_id"];
    const added = Object.keys(ours).filter((name) => !(name in theirs));
    // They have `$pageview_id` too once they have tracked a view.
    expect(added.sort()).toEqual([...planned, "$pageview_id"].sort());
  });

  test("views of a router are heard, and a page that is left says so", async () => {
    await page.evaluate((host) => {
      globalThis.page.described(host);
      history.pushState(null, "", "/b?token=1");
      history.replaceState(null, "", "/b?token=2");
    }, endpoint.url);
    await page.goto("about:blank");
    const events = await endpoint.arrived(3);
    const told = events
      .sort((a, b) => (a.uuid < b.uuid ? -1 : 1))
      .map(({ event, properties }) => [event, properties.$pathname, properties.$current_url]);
    expect(told).toEqual([
      ["$pageview", "/", address()],
      ["$pageview", "/b", `${address()}b`],
      ["$pageleave", "/b", `${address()}b`],
    ]);
  });

  test("the pages and tabs of a visit share its session, and each tab has its window", async () => {
    const visit = async (tab: Page): Promise<unknown[]> => {
      const before = (await endpoint.arrived(0)).length;
      await tab.evaluate((host) => globalThis.page.described(host).flush(), endpoint.url);
      const event = (await endpoint.arrived(before + 1)).at(-1);
      return [event?.properties.$session_id, event?.properties.$window_id];
    };
    const first = await visit(page);
    await page.goto(`${address()}b`);
    expect(await visit(page)).toEqual(first);
    const tab = await context.newPage();
    await tab.goto(address());
    const [session, window] = await visit(tab);
    expect(session).toBe(first[0]);
    expect(window).not.toBe(first[1]);
    await tab.close();
  });
});
