// The built pages in a real Chromium, with the real posthog-js. What they send arrives at POSTHOG_HOST, the
// endpoint of `node scripts/demo/endpoint.mjs`, which `scripts/examples.mjs` starts by itself.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { preview } from "vite";

const host = process.env.POSTHOG_HOST ?? "http://127.0.0.1:8010";
const account = { user_id: "usr_7d21", email_hash: `h1_test_${"a".repeat(32)}` };
let site;
let browser;

before(async () => {
  site = await preview({ logLevel: "silent" });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    // posthog-js takes a browser that says it is automated for a bot, and sends nothing.
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-blink-features=AutomationControlled",
    ],
  });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(name) {
  const userAgent =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";
  const page = await browser.newPage({ userAgent });
  page.on("pageerror", (error) => assert.fail(error));
  await page.route("**/api/account/signed-up", (route) => route.fulfill({ json: account }));
  const { port } = site.httpServer.address();
  await page.goto(`http://127.0.0.1:${port}/${name}`);
  return page;
}

/** Waits until the last event is there; answers with what arrived, `others` too. */
async function arrived(page, last, product, others = []) {
  for (const end = Date.now() + 10_000; Date.now() < end; await page.waitForTimeout(50)) {
    const reply = await page.request.get(`${host}/received`);
    const { events, bodies } = await reply.json();
    for (const body of bodies) assert.doesNotMatch(body, /ada@example/i);
    const mine = events.filter(({ properties }) => properties.product === product);
    const isThere = (name) => events.some(({ event }) => event === name);
    if (mine.some(({ event }) => event === last) && others.every(isThere)) return { events, mine };
  }
  return assert.fail(`${[last, ...others].join(" or ")} did not arrive`);
}

test("dd0c/cost, through posthog-js", async () => {
  const page = await open("index.html");
  await page.fill("#email", "ada@example.com");
  for (const button of ["[data-method=github_sso]", "#connect-aws", "#snooze", "#stop"])
    await page.click(button);
  // Page views and clicks are posthog-js's own, and travel in requests of their own. It sends every 3 s, and
  // may lose what it holds when its page is left: the page stays.
  const others = ["$pageview", "$autocapture", "$identify"];
  const { events, mine } = await arrived(page, "cost.remediation.clicked", "cost", others);

  const snoozed = mine.find(({ event }) => event === "cost.anomaly.snoozed");
  const { tenant_id, runtime, $groups, $session_id, acquisition_channel } = snoozed.properties;
  assert.deepEqual({ tenant_id, runtime }, { tenant_id: "tn_4f9a2c", runtime: "browser" });
  assert.deepEqual($groups, { tenant: "tn_4f9a2c" });
  assert.equal(snoozed.properties.distinct_id, account.user_id);
  assert.ok(snoozed.uuid && snoozed.timestamp && $session_id);
  assert.equal(acquisition_channel, "community");

  const identified = events.find(({ event }) => event === "$identify");
  assert.equal(identified.$set.user_email, account.email_hash);
});

test("dd0c/route, standing alone", async () => {
  const page = await open("pricing.html?utm_source=news&token=s3cret");
  await page.click("#checkout");
  await page.goto("about:blank");
  const views = ["$pageview", "$pageleave"];
  const { mine } = await arrived(page, "billing.checkout.started", "route", views);
  const started = mine.find(({ event }) => event === "billing.checkout.started");
  assert.match(started.distinct_id, /^anon_/);
  assert.ok(started.uuid && started.timestamp);
  const { tenant_id, $groups, plan_tier, $session_id, $current_url } = started.properties;
  assert.ok($session_id && $current_url.endsWith("/pricing.html"), $current_url);
  assert.equal(started.properties.utm_source, "news");
  assert.deepEqual({ tenant_id, plan_tier }, { tenant_id: "tn_4f9a2c", plan_tier: "pro" });
  assert.deepEqual($groups, { tenant: "tn_4f9a2c" });
});
