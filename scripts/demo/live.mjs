// The live check in the demo: all three runtimes send to it, it holds each event to the plan and passes
// everything on to the stand-in for PostHog; then somebody sends around the clients, and is found out.
import { findChromium, withChromium } from "./chromium.mjs";

/** Starts what `dd0c-track dev --forward <host>` starts. */
export async function startLive(plan, host) {
  const live = await import("../../packages/live/dist/index.js");
  const session = live.createSession(plan, { now: Date.now });
  const forwarder = live.createForwarder(host);
  const endpoint = await live.startEndpoint({ session, forwarder });
  return {
    url: endpoint.url,
    session,
    drain: () => forwarder.drain(5_000),
    stop: () => endpoint.close(),
    /** Sends wrong events, past the clients; answers which were found under their own code. */
    async plantFaults() {
      const before = session.counts.events;
      const planted = live.badEvents(plan, { from: Date.now(), product: "cost" });
      await live.sendEvents(
        endpoint.url,
        "phc_demo",
        planted.map(({ event }) => event),
      );
      await forwarder.drain(5_000);
      const found = session.recent.after(before, planted.length);
      return planted.map(({ code }, at) => ({
        code,
        isFound: found[at]?.violations.some((it) => it.code === code) === true,
      }));
    },
  };
}

/** What the live check made of everything that the clients sent. */
export function verdictOf({ session, url }) {
  const findings = session.findings.all().filter(({ violation }) => violation.severity === "error");
  return {
    url,
    counts: { ...session.counts },
    coverage: session.coverage.share(),
    wrong: findings.map(
      ({ violation, count }) => `${violation.subject}: ${violation.message} (${count} times)`,
    ),
  };
}

/** A picture of the live page, as somebody sees it who looks on; null where there is no browser. */
export async function photograph({ url }, path) {
  if (findChromium() === undefined) return null;
  await withChromium(
    async (page) => {
      await page.goto(`${url}/#product=cost`);
      await page.click("#tab-funnel");
      await page.waitForSelector(".stage .bar");
      // The last of what was planted, and the first of what is right.
      await page.evaluate(() => document.querySelector("#scroller").scrollTo(0, 36 * 11));
      await page.waitForTimeout(700);
      await page.screenshot({ path });
    },
    { scale: 2, width: 1420, height: 800 },
  );
  return path;
}
