import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Host, startHost } from "../faults/host";
import { buildPageScript, type Contestant } from "../faults/page-script";

const CHROMIUM = "/usr/bin/chromium";
const WHO: Contestant = "dd0c/track with a store";

describe.runIf(existsSync(CHROMIUM))("a stored queue in Chromium", () => {
  let browser: Browser;
  let script: string;
  let host: Host;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    script = await buildPageScript();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--host-resolver-rules=MAP insecure.test 127.0.0.1"],
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
    });
  }, 60_000);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    host = await startHost(script);
    context = await browser.newContext();
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    await host.close();
  });

  const stored = (): Promise<number> =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => /_\d+$/.test(key)).length);

  test("a page that holds a lane may still be kept for the way back, and comes back once", async () => {
    const other = await startHost("");
    await page.goto(host.url);
    await page.evaluate((who) => {
      addEventListener("pageshow", (event) => {
        document.title = event.persisted ? "kept" : "anew";
      });
      const track = start(who);
      addEventListener("click", () => track(5, 5, 20));
      track(0, 5, 20);
    }, WHO);
    await expect.poll(stored).toBe(1);
    await page.goto(other.url);
    await page.evaluate(() => {
      setTimeout(() => history.back());
    });
    await expect.poll(() => page.title().catch(() => ""), { timeout: 8_000 }).toBe("kept");
    await page.evaluate(() => dispatchEvent(new Event("click")));
    await expect
      .poll(() => host.taken(), { timeout: 8_000 })
      .toEqual({ arrived: 10, doubled: 0, again: 0 });
    await expect.poll(stored).toBe(0);
    await other.close();
  });

  test("origins that are not secure have no Web Locks: a lease does", async () => {
    const url = host.url.replace("127.0.0.1", "insecure.test");
    await page.goto(url);
    expect(await page.evaluate(() => "locks" in navigator)).toBe(false);
    host.set({ status: 503 });
    await page.evaluate((who) => start(who)(0, 50, 20), WHO);
    await expect.poll(stored).toBe(1);
    const second = await context.newPage();
    await second.goto(url);
    await second.evaluate((who) => start(who)(50, 50, 20), WHO);
    await expect.poll(stored).toBe(2);
    host.set({ status: 200 });
    await expect
      .poll(() => host.taken(), { timeout: 12_000 })
      .toEqual({ arrived: 100, doubled: 0, again: 0 });
  });
});
