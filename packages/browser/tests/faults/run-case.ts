import type { Browser } from "playwright-core";
import type { FaultCase } from "./cases";
import { startHost, type Taken } from "./host";
import type { Contestant } from "./page-script";

/** What became of a case's events, as the host saw it. */
export interface Outcome extends Omit<Taken, "arrived"> {
  readonly lost: number;
}

/** posthog-js and PostHog's own filters take a headless browser for a robot. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
/** What comes later than this after the fault is taken for lost, in ms. */
const PATIENCE = 12_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Puts a contestant through a fault, in a browser context and with a host of its own. */
export async function runCase(
  fault: FaultCase,
  who: Contestant,
  browser: Browser,
  script: string,
): Promise<Outcome> {
  const host = await startHost(script);
  const context = await browser.newContext({ userAgent: USER_AGENT });
  try {
    await fault.play({
      context,
      host,
      who,
      async open() {
        const page = await context.newPage();
        await page.goto(host.url);
        await page.evaluate((who) => {
          (globalThis as { tracking?: unknown }).tracking = start(who);
        }, who);
        return page;
      },
    });
    const deadline = Date.now() + PATIENCE;
    while (host.taken().arrived < fault.events && Date.now() < deadline) await pause(50);
    // What comes twice comes within this.
    await pause(300);
    const { arrived, ...seen } = host.taken();
    return { ...seen, lost: fault.events - arrived };
  } finally {
    await context.close();
    await host.close();
  }
}
