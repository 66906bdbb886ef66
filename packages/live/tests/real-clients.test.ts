import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { App, type Receiver } from "@slack/bolt";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { PostHog } from "posthog-node";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { repositoryPlans } from "../../../codegen/fixtures/repository-plans.js";
import { createTracker as createNodeTracker } from "../../events/src/cost/node.js";
import { createTracker as createSlackTracker } from "../../events/src/cost/slack.js";
import { createSession, type Session } from "../src/session/create-session.js";
import { endEndpoints, type Started, start } from "./live-endpoint.js";

const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
/** posthog-js takes a headless browser for a robot, and sends nothing. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

const plan = repositoryPlans().find(([folder]) => folder === "schema")?.[1];
if (plan === undefined) throw new Error("dd0c's plan is not there");
const hashKey = { id: "test", secret: "a test's secret, long enough for anybody to accept it" };
const context = { app_version: "2.14.0" };
const anomaly = {
  anomaly_id: "an_8f2",
  anomaly_kind: "spike",
  daily_impact_cents: 41_200,
  score: 0.92,
  severity: "high",
} as const;

let live: Started;
let session: Session;
endEndpoints();
beforeEach(async () => {
  session = createSession(plan, { now: Date.now });
  live = await start({ session });
});

/** Name, verdict and codes of everything that arrived, sorted. */
const arrived = (): string[] =>
  session.recent
    .after(0, 1_000)
    .map(({ arrived: { event }, verdict, violations }) =>
      [verdict, event, ...violations.map(({ code }) => code)].join(" "),
    )
    .sort();

test("the real posthog-node: good as good, each fault under its code, all of it once", async () => {
  const client = new PostHog("phc_test", { host: live.url, flushAt: 3 });
  const right = {
    ...anomaly,
    channel_kind: "public",
    tenant_id: "tn_1",
    product: "cost",
    runtime: "node",
  };
  const capture = (event: string, properties: object, more: object = {}): void =>
    client.capture({
      distinctId: "usr_1",
      event,
      properties: { ...properties },
      groups: { tenant: "tn_1" },
      ...more,
    });
  const { tenant_id: _tenant, ...homeless } = right;
  const { severity: _severity, ...vague } = right;
  capture("cost.anomaly.alerted", right);
  capture("cost.anomaly.alertd", right);
  capture("cost.anomaly.alerted", vague);
  capture("cost.anomaly.alerted", { ...right, score: "0.92" });
  capture("cost.anomaly.alerted", { ...right, severity: "hihg" });
  capture("cost.anomaly.alerted", { ...right, scroe: 1 });
  capture("cost.anomaly.alerted", homeless);
  capture("cost.anomaly.alerted", { ...right, tenant_id: "tn_2" });
  capture("cost.anomaly.alerted", { ...right, product: "route" });
  capture("cost.anomaly.alerted", { ...right, runtime: "browser" });
  capture("cost.anomaly.alerted", right, { distinctId: "ada@example.com" });
  client.identify({ distinctId: "usr_1", properties: { user_email: "ada@example.com" } });
  client.groupIdentify({ groupType: "tenant", groupKey: "tn_1", properties: { plan_tier: "pro" } });
  await client.shutdown();
  expect(arrived()).toEqual([
    "bad $identify not-hashed",
    "bad cost.anomaly.alertd unknown-event",
    "bad cost.anomaly.alerted contradictory-context",
    "bad cost.anomaly.alerted contradictory-context",
    "bad cost.anomaly.alerted missing-context",
    "bad cost.anomaly.alerted missing-property",
    "bad cost.anomaly.alerted raw-distinct-id",
    "bad cost.anomaly.alerted unplanned-property",
    "bad cost.anomaly.alerted unplanned-value",
    "bad cost.anomaly.alerted wrong-product",
    "bad cost.anomaly.alerted wrong-type",
    "good cost.anomaly.alerted",
    "posthog $groupidentify",
  ]);
  expect(session.counts).toMatchObject({ repeated: 0, refused: 0 });
});

test("our client for Node: everything is good", async () => {
  const tracker = createNodeTracker({ api_key: "phc_test", host: live.url, hashKey, context });
  const { track } = tracker.forTenant("tn_1");
  for (let n = 0; n < 250; n++) track.cost.anomaly.alerted({ ...anomaly, channel_kind: "dm" });
  track.account.signup.completed({
    user_email: "ada@example.com",
    signup_method: "email",
    acquisition_channel: "direct",
    is_invited: false,
  });
  tracker.identify("usr_1", { user_email: "ada@example.com", user_role: "founder" });
  tracker.group("tenant", "tn_1", { plan_tier: "pro" });
  await tracker.shutdown();
  expect(session.findings.all()).toEqual([]);
  expect(session.counts).toMatchObject({
    events: 253,
    good: 251,
    posthog: 2,
    bad: 0,
    repeated: 0,
    refused: 0,
  });
});

test("our client for Slack, in a Bolt app: everything is good", async () => {
  const receiver: Receiver = {
    init() {},
    start: async () => undefined,
    stop: async () => undefined,
  };
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: "xoxb-none", botId: "B0", botUserId: "U0BOT" }),
  });
  const tracker = createSlackTracker({
    api_key: "phc_test",
    host: live.url,
    hashKey,
    context,
    tenantOf: () => "tn_1",
  });
  app.use(tracker.middleware);
  app.command("/cost", async ({ ack }) => ack());
  const command = {
    command: "/cost",
    text: "what is this?",
    user_id: "U0ADA",
    user_name: "ada",
    team_id: "T0ONE",
    team_domain: "one",
    channel_id: "C0OPS",
    channel_name: "ops",
    trigger_id: "1",
    response_url: "https://slack.example.com/",
    token: "none",
    api_app_id: "A0",
  };
  for (let n = 0; n < 3; n++)
    await app.processEvent({ body: { ...command, trigger_id: `${n}` }, ack: async () => {} });
  await tracker.shutdown();
  expect(session.findings.all()).toEqual([]);
  expect(arrived()).toEqual(Array(3).fill("good slack.command.used"));
});

describe.runIf(existsSync(CHROMIUM))("in Chromium", () => {
  let site: Server;
  let script = "";

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import posthog from "posthog-js";
          import { createTracker } from "./events/src/cost/browser";
          import { standAlone } from "@dd0c/track-browser";
          import { describePage, trackPageviews } from "@dd0c/track-browser/page";
          globalThis.alone = async (host) => {
            const sink = describePage(standAlone({ api_key: "phc_test", host }), { click_ids: true });
            const tracker = createTracker({ sink, context: { app_version: "2.14.0" } });
            const bound = tracker.forTenant("tn_1");
            trackPageviews(bound);
            tracker.register({ acquisition_channel: "community", is_internal: false });
            bound.track.cost.anomaly.snoozed({ ...${JSON.stringify(anomaly)}, surface: "web", snoozed_for_h: 24 });
            tracker.identify("usr_1", { user_role: "founder" });
            tracker.group("tenant", "tn_1", { plan_tier: "free" });
            await tracker.flush();
          };
          globalThis.run = (host) => {
            const client = posthog.init("phc_test", {
              api_host: host, defaults: "2025-05-24", person_profiles: "identified_only",
              opt_out_useragent_filter: true,
            });
            const tracker = createTracker({ posthog: client, context: { app_version: "2.14.0" } });
            const { track } = tracker.forTenant("tn_1");
            tracker.register({ acquisition_channel: "community", is_internal: false });
            track.account.signup.method({ signup_method: "email" });
            tracker.identify("usr_1", { user_role: "founder" });
            tracker.group("tenant", "tn_1", { plan_tier: "free" });
            track.cost.anomaly.snoozed({ ...${JSON.stringify(anomaly)}, surface: "web", snoozed_for_h: 24 });
            client.capture("cost.anomaly.snoozd", {});
            client.capture("something.else", { mail: "ada@example.com" });
          };`,
        resolveDir: new URL("../..", import.meta.url).pathname,
        loader: "ts",
      },
      bundle: true,
      write: false,
      format: "iife",
      conditions: ["dd0c-source"],
      nodePaths: [new URL("../../../node_modules", import.meta.url).pathname],
    });
    script = outputFiles[0]?.text ?? "";
    site = createServer((request, response) => {
      const isScript = request.url === "/page.js";
      response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
      response.end(
        isScript
          ? script
          : '<!doctype html><title>Page</title><button id="b">Buy</button><script src="/page.js"></script>',
      );
    });
    await new Promise<void>((listening) => site.listen(0, "127.0.0.1", listening));
  }, 60_000);
  afterAll(() => void site?.close());

  test("the real posthog-js with our client on it: autocapture, page views, flags, and each fault under its code", async () => {
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-background-networking"],
    });
    try {
      const page = await browser.newPage({ userAgent: USER_AGENT });
      const errors: string[] = [];
      page.on("pageerror", ({ message }) => errors.push(message));
      await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/?utm_source=news`);
      await page.evaluate(
        (host) => (globalThis as unknown as { run(host: string): void }).run(host),
        live.url,
      );
      await page.click("#b");
      const wanted = [
        "bad cost.anomaly.snoozd unknown-event",
        "bad something.else unknown-event personal-data-in-clear",
        "good account.signup.method",
        "good cost.anomaly.snoozed",
        "posthog $autocapture",
        "posthog $groupidentify",
        "posthog $identify",
        "posthog $pageview",
      ];
      const isOurs = (line: string): boolean =>
        wanted.includes(line) || line.startsWith("bad") || line.startsWith("warned");
      await expect.poll(() => arrived().filter(isOurs), { timeout: 15_000 }).toEqual(wanted);
      // Leaving is when posthog-js sends by beacon what is left.
      await page.goto("about:blank");
      await expect
        .poll(() => arrived().join(), { timeout: 10_000 })
        .toContain("posthog $pageleave");
      expect(arrived().filter(isOurs)).toEqual(wanted);
      expect(session.counts).toMatchObject({ repeated: 0, refused: 0 });
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 60_000);

  test("our client alone, with what the page says about itself: everything is good", async () => {
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-background-networking"],
    });
    try {
      const page = await browser.newPage();
      const { port } = site.address() as AddressInfo;
      await page.goto(`http://127.0.0.1:${port}/?utm_source=news&gclid=c1&mail=ada%40example.com`);
      await page.evaluate(
        (host) => (globalThis as unknown as { alone(host: string): Promise<void> }).alone(host),
        live.url,
      );
      const wanted = ["good cost.anomaly.snoozed", "posthog $groupidentify", "posthog $identify"];
      await expect.poll(arrived, { timeout: 15_000 }).toEqual([...wanted, "posthog $pageview"]);
      expect(session.findings.all()).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 60_000);
});
