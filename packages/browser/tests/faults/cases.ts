import type { BrowserContext, Page } from "playwright-core";
import type { Host } from "./host";
import type { Contestant } from "./page-script";

/** What a case has at hand. */
export interface Scene {
  readonly context: BrowserContext;
  readonly host: Host;
  readonly who: Contestant;
  /** Opens the site with the contestant started. */
  open(): Promise<Page>;
}

/** A fault: what is done to the page, and what that may cost us. */
export interface FaultCase {
  readonly name: string;
  readonly events: number;
  /** Plays the fault; what can arrive after it arrives by itself. */
  play(scene: Scene): Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Makes a page track; the page may be on its way out already when it has. */
async function track(
  page: Page,
  who: Contestant,
  events: number,
  bytes = 20,
  from = 0,
): Promise<void> {
  await page.evaluate(
    ([who, from, events, bytes]) => {
      const page = globalThis as typeof globalThis & { tracking?: ReturnType<typeof start> };
      page.tracking ??= start(who);
      page.tracking(from, events, bytes);
    },
    [who, from, events, bytes] as const,
  );
}

/** A page that stays while the host fails for so long, from the first request on. */
const whileFailing =
  (ms: number, status: number, headers = {}): FaultCase["play"] =>
  async ({ open, host, who }) => {
    host.set({ status, headers });
    await track(await open(), who, 50);
    await pause(ms);
    host.set({ status: 200 });
  };

/** Every row of the table. 50 events unless said; `bytes` make them 4 KB. */
export const CASES: readonly FaultCase[] = [
  {
    name: "1,000 in one tick",
    events: 1_000,
    play: async ({ open, who }) => track(await open(), who, 1_000),
  },
  { name: "500 for 5 s", events: 50, play: whileFailing(5_000, 500) },
  {
    name: "429, Retry-After 2, for 5 s",
    events: 50,
    play: whileFailing(5_000, 429, { "retry-after": "2" }),
  },
  {
    name: "413 above 32 KB, 50 × 4 KB",
    events: 50,
    async play({ open, host, who }) {
      host.set({ status: 200, max: 32_000 });
      await track(await open(), who, 50, 4_000);
    },
  },
  {
    name: "left at once, then back",
    events: 50,
    async play({ open, who }) {
      const page = await open();
      await page.evaluate((who) => {
        start(who)(0, 50, 20);
        location.href = "about:blank";
      }, who);
      await page.waitForURL("about:blank");
      await page.close();
      await open();
    },
  },
  {
    name: "left with 200 KB queued, then back",
    events: 50,
    async play({ open, who }) {
      const page = await open();
      await track(page, who, 50, 4_000);
      await page.goto("about:blank");
      await open();
    },
  },
  {
    name: "closed with 50 queued",
    events: 50,
    async play({ open, who }) {
      const page = await open();
      await track(page, who, 50);
      await page.close();
    },
  },
  {
    name: "renderer crash a second later, then back",
    events: 50,
    async play({ open, who, context }) {
      const page = await open();
      await track(page, who, 50);
      await pause(1_000);
      const crashed = page.waitForEvent("crash");
      const session = await context.newCDPSession(page);
      session.send("Page.crash").catch(() => {});
      await crashed;
      await page.close();
      await open();
    },
  },
  {
    name: "offline, closed, then back online",
    events: 50,
    async play({ open, who, context }) {
      const page = await open();
      await context.setOffline(true);
      await track(page, who, 50);
      await pause(3_500);
      await page.close();
      await context.setOffline(false);
      await open();
    },
  },
  {
    name: "offline for an hour, then online",
    events: 50,
    async play({ open, who, context }) {
      const page = await open();
      await page.clock.install();
      await context.setOffline(true);
      await track(page, who, 50);
      await page.clock.runFor(5_000);
      await page.clock.fastForward(3_600_000);
      await page.clock.runFor(60_000);
      await context.setOffline(false);
      await page.clock.resume();
      await page.clock.fastForward(60_000);
    },
  },
  {
    name: "two tabs, one closed with 200 KB queued",
    events: 100,
    async play({ open, who }) {
      const [stays, goes] = [await open(), await open()];
      await track(stays, who, 25);
      await track(goes, who, 50, 4_000, 25);
      await goes.close();
      await track(stays, who, 25, 20, 75);
    },
  },
];
