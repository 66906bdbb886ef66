import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Site, startSite } from "./site";

const CHROMIUM = "/usr/bin/chromium";
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

/** How the page's script is told what to start. */
interface Start {
  readonly outside?: "drop" | "mark";
  readonly options?: object;
  readonly own?: readonly string[];
}

declare global {
  /** What the page offers to the test. */
  var begin: (start: Start) => void;
  var theirs: {
    capture(event: string, properties?: object): void;
    register(properties: object): void;
    unregister(name: string): void;
  };
  var ours: { track(hours: number): void; register(properties: object): void };
  var outside: string[];
}

// With the recorder in the bundle, as pages have it that load nothing from elsewhere.
const SCRIPT = `
  import posthog from "posthog-js/dist/module.full.no-external";
  import { guardCapture, ownSuperProperties, posthogOptions } from "@dd0c/track-browser/posthog";
  import { createTracker } from "./cost-browser";
  globalThis.outside = [];
  globalThis.begin = ({ outside = "drop", options, own }) => {
    const before_send = guardCapture({ outside, onOutside: (event) => globalThis.outside.push(event) });
    posthog.init("phc_test", {
      ...posthogOptions({ api_host: location.origin, before_send, ...options }),
      opt_out_useragent_filter: true,
      request_queue_config: { flush_interval_ms: 250 },
    });
    const tracker = createTracker({
      posthog: own ? ownSuperProperties(posthog, own) : posthog,
      context: { app_version: "1.2.3" },
    });
    globalThis.theirs = posthog;
    globalThis.ours = {
      track: (hours) => tracker.forTenant("t1").track.cost.anomaly.snoozed({ hours }),
      register: (properties) => tracker.register(properties),
    };
  };
`;

describe.runIf(existsSync(CHROMIUM))("posthog-js in Chromium", () => {
  let browser: Browser;
  let script: string;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    const fixtures = fileURLToPath(new URL("../../../core/tests/fixtures", import.meta.url));
    const { outputFiles } = await build({
      stdin: { contents: SCRIPT, resolveDir: fixtures, loader: "js" },
      bundle: true,
      write: false,
      format: "iife",
      conditions: ["dd0c-source"],
    });
    script = outputFiles[0]?.text ?? "";
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  }, 60_000);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    site = await startSite(script, (path) =>
      path === "/login"
        ? '<p>Secret greeting</p><input name="password" type="password"><button>Sign in</button>'
        : '<p>Costs of May</p><input name="search"><button>Search</button>',
    );
    page = await browser.newPage({ userAgent: USER_AGENT });
  });
  afterEach(async () => {
    await page.close();
    await site.close();
  });

  /** Opens a path and starts posthog-js and our tracker there. */
  async function open(path: string, start: Start = {}): Promise<void> {
    await page.goto(site.url + path);
    await page.evaluate((start) => globalThis.begin(start), start);
  }
  const named = (name: string) => site.events.filter(({ event }) => event === name);
  const arrived = (name: string, count = 1): Promise<void> =>
    expect.poll(() => named(name).length, { timeout: 8_000 }).toBeGreaterThanOrEqual(count);

  test("events that other code captures are dropped and told once; ours and posthog-js's own pass", async () => {
    await open("/");
    await page.evaluate(() => {
      for (let n = 0; n < 3; n++) globalThis.theirs.capture("Clicked Button");
      globalThis.ours.track(1);
    });
    await arrived("cost.anomaly.snoozed");
    await arrived("$pageview");
    expect(named("Clicked Button")).toEqual([]);
    expect(await page.evaluate(() => globalThis.outside)).toEqual(["Clicked Button"]);
  });

  test("or marked", async () => {
    await open("/", { outside: "mark" });
    await page.evaluate(() => {
      globalThis.theirs.capture("Clicked Button");
      globalThis.ours.track(1);
    });
    await arrived("Clicked Button");
    await arrived("cost.anomaly.snoozed");
    expect(named("Clicked Button")[0]?.properties.dd0c_unplanned).toBe(true);
    expect(named("cost.anomaly.snoozed")[0]?.properties).not.toHaveProperty("dd0c_unplanned");
  });

  test("super-properties of the plan are the tracker's alone", async () => {
    await open("/", { own: ["theme"] });
    await page.evaluate(() => {
      globalThis.ours.register({ theme: "dark", unplanned: 1 });
      globalThis.theirs.register({ theme: "hot pink", team: "a" });
      globalThis.theirs.unregister("theme");
      globalThis.ours.track(1);
    });
    await arrived("cost.anomaly.snoozed");
    const [event] = named("cost.anomaly.snoozed");
    expect(event?.properties).toMatchObject({ theme: "dark", team: "a" });
    expect(event?.properties).not.toHaveProperty("unplanned");
  });

  test("URLs of pages where people sign in lose query and hash", async () => {
    await open("/login?token=s3cret#t=s3cret");
    await arrived("$pageview");
    expect(named("$pageview")[0]?.properties.$current_url).toBe(`${site.url}/login`);
    await page.evaluate(() => history.pushState(null, "", "/costs?range=30d"));
    await arrived("$pageview", 2);
    expect(JSON.stringify(site.events)).not.toContain("s3cret");
    expect(named("$pageview")[1]?.properties.$current_url).toBe(`${site.url}/costs?range=30d`);
  });

  test("replay sees no input, and nothing of a page where people sign in", async () => {
    await open("/costs", { options: { replay: "inputs" } });
    // The recorder sends nothing of a page that nobody has touched.
    await page.click("button");
    await expect.poll(() => site.recorded(), { timeout: 10_000 }).toContain("Costs of May");
    await page.fill("input", "anna typed this");
    await page.evaluate(() => {
      history.pushState(null, "", "/login");
      document.body.insertAdjacentHTML("beforeend", "<p id=late>Secret greeting</p>");
    });
    await page.evaluate(() => {
      document.querySelector("#late")?.remove();
      history.pushState(null, "", "/costs");
      document.body.insertAdjacentHTML("beforeend", "<p>Costs of June</p>");
    });
    await expect.poll(() => site.recorded(), { timeout: 10_000 }).toContain("Costs of June");
    expect(site.recorded()).toContain("***");
    expect(site.recorded()).not.toContain("anna typed this");
    expect(site.recorded()).not.toContain("Secret greeting");
  });

  test("a page that opens where people sign in is not recorded; masked, no text is seen at all", async () => {
    await open("/login", { options: { replay: "masked" } });
    await page.evaluate(() => history.pushState(null, "", "/costs"));
    await page.evaluate(() =>
      document.body.insertAdjacentHTML("beforeend", "<p>Costs of June</p>"),
    );
    await page.click("button");
    await expect.poll(() => named("$snapshot").length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(site.recorded()).toContain("***");
    expect(site.recorded()).not.toContain("Costs of June");
  });

  test("clicks are captured where they are wanted, without texts, and not where people sign in", async () => {
    await open("/costs", { options: { autocapture: "clicks" } });
    await page.click("button");
    await arrived("$autocapture");
    expect(JSON.stringify(named("$autocapture"))).not.toContain("Search");
    await page.evaluate(() => history.pushState(null, "", "/login"));
    await page.click("button");
    await page.evaluate(() => globalThis.ours.track(1));
    await arrived("cost.anomaly.snoozed");
    expect(named("$autocapture")).toHaveLength(1);
  });
});
