import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pageFile } from "../../../scripts/live-page.mjs";
import { endEndpoints, type Started, start } from "./live-endpoint.js";
import { orderPaid } from "./shop-plan.js";

const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const root = join(import.meta.dirname, "../../..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test("src/page/page-text.ts is what page/ makes: `node scripts/live-page.mjs`", async () => {
  expect(readFileSync(join(root, "packages/live/src/page/page-text.ts"), "utf8")).toBe(
    await pageFile(),
  );
});

test("the page's types are right", () => {
  const compiler = join(root, "node_modules/typescript-7.0/bin/tsc");
  const { stdout, status } = spawnSync(
    process.execPath,
    [compiler, "-p", join(root, "packages/live/page"), "--noEmit"],
    { encoding: "utf8" },
  );
  expect([stdout, status]).toEqual(["", 0]);
}, 60_000);

describe.runIf(existsSync(CHROMIUM))("in Chromium", () => {
  let browser: Browser;
  let page: Page;
  let live: Started;
  let errors: string[];

  endEndpoints();
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-background-networking"],
    });
  }, 60_000);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    live = await start();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    errors = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("console", (said) => {
      if (said.type() === "error") errors.push(said.text());
    });
  });
  afterEach(async () => {
    await page.close();
    expect(errors).toEqual([]);
  });

  const send = async (...events: readonly Record<string, unknown>[]): Promise<void> => {
    for (let at = 0; at < events.length; at += 1_000) {
      const body = JSON.stringify({ api_key: "phc_test", batch: events.slice(at, at + 1_000) });
      expect((await fetch(`${live.url}/batch/`, { method: "POST", body })).status).toBe(200);
    }
  };
  const names = (): Promise<string[]> => page.locator(".row .name").allTextContents();
  const mixed = [
    orderPaid({ tenant_id: "t_1" }),
    orderPaid({ tenant_id: "t_2", product: "desk" }, { distinct_id: "usr_2" }),
    orderPaid({ tenant_id: "t_2", amount: "12" }),
    { ...orderPaid(), event: "order_payed" },
    { event: "$pageview", distinct_id: "usr_1", properties: {} },
  ];

  test("events come as they are sent, good and bad apart", async () => {
    await page.goto(live.url);
    await expect.poll(() => page.textContent("#empty h2")).toBe("Waiting for the first event");
    await send(...mixed);
    await expect
      .poll(names)
      .toEqual(["$pageview", "order_payed", "order_paid", "order_paid", "order_paid"]);
    expect(await page.locator(".row.bad").count()).toBe(2);
    await expect.poll(() => page.textContent("#counts")).toContain("bad2");
    await page.click(".verdict.bad");
    await expect.poll(names).toEqual(["order_payed", "order_paid"]);
    await page.click(".verdict.good");
    await expect.poll(names).toEqual(["order_paid", "order_paid"]);
    await page.click(".verdict.posthog");
    await expect.poll(names).toEqual(["$pageview"]);
    await expect.poll(() => page.title()).toBe("(2) dd0c-track dev");
  });

  test("filters by event, code, product, tenant and person, which a link keeps", async () => {
    await send(...mixed);
    await page.goto(live.url);
    await page.fill("#filter-event", "payed");
    await expect.poll(names).toEqual(["order_payed"]);
    await page.fill("#filter-event", "wrong-type");
    await expect.poll(names).toEqual(["order_paid"]);
    await page.fill("#filter-event", "");
    await page.selectOption("#filter-product", "desk");
    await expect.poll(names).toEqual(["order_paid"]);
    await page.selectOption("#filter-product", "");
    await page.fill("#filter-tenant", "t_2");
    await expect.poll(names).toHaveLength(2);
    await page.fill("#filter-person", "usr_2");
    await expect.poll(names).toHaveLength(1);
    const other = await browser.newPage();
    await other.goto(page.url());
    await expect.poll(() => other.locator(".row").count()).toBe(1);
    expect(await other.inputValue("#filter-tenant")).toBe("t_2");
    await other.close();
    await page.fill("#filter-person", "nobody");
    await expect.poll(() => page.textContent("#empty")).toBe("No event passes these filters.");
  });

  test("a click shows the event in full, the plan's words and the fix", async () => {
    await send(...mixed, orderPaid({ method: "slipp" }));
    await page.goto(live.url);
    await page.click(".row.bad");
    const details = page.locator("#details");
    await expect.poll(() => details.textContent()).toContain("V103 unplanned-value");
    const text = (await details.textContent()) ?? "";
    expect(text).toContain('"method" is "slipp"; the plan says "card" | "cash" | "slip".');
    expect(text).toContain('Fix Did you mean "slip"?');
    expect(text).toContain("Money arrived.");
    expect(text).toContain("The bank said so.");
    expect(text).toContain("How much do we earn?");
    expect(await details.locator(".json .wrong").textContent()).toContain('"method": "slipp"');
    expect(await details.locator(".properties .wrong code").textContent()).toBe("method");
    await page.click("#details .close");
    expect(await details.isHidden()).toBe(true);
  });

  test("all of it by keyboard", async () => {
    await send(...mixed);
    await page.goto(live.url);
    await expect.poll(names).toHaveLength(5);
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("filter-event");
    await page.keyboard.type("order");
    await expect.poll(names).toHaveLength(4);
    await page.focus("#list");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.getAttribute("#list", "aria-activedescendant")).toBe("row-3");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.textContent("#details")).toContain("V102 wrong-type");
    await page.keyboard.press("Escape");
    expect(await page.isHidden("#details")).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("list");
    await page.focus("#verdicts [aria-checked=true]");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.textContent("#verdicts [aria-checked=true]")).toContain("Bad");
    await page.focus("#tabs [aria-selected=true]");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.textContent("#funnel h2")).toContain("Funnel");
  });

  test("the funnel fills up stage by stage, in whatever order events arrive", async () => {
    const at = (second: number) => ({ timestamp: `2026-11-02T09:30:0${second}Z` });
    await page.goto(live.url);
    await page.click("#tab-funnel");
    const stages = (): Promise<string[]> => page.locator(".stage-count").allTextContents();
    await expect.poll(stages).toEqual(["0", "0"]);
    const seen = (tenant: string, second: number) => ({
      ...orderPaid({ tenant_id: tenant, page: "home", amount: undefined }),
      event: "page_seen",
      ...at(second),
    });
    await send(seen("t_1", 1), seen("t_2", 1));
    await expect.poll(stages).toEqual(["2 100 %", "0 0 %"]);
    // Paid before the page was seen: arrives first, and counts once the look has come.
    await send(orderPaid({ tenant_id: "t_3" }, at(5)));
    await send(orderPaid({ tenant_id: "t_1" }, at(2)));
    await expect.poll(stages).toEqual(["2 100 %", "1 50 %"]);
    await send(seen("t_3", 4));
    await expect.poll(stages).toEqual(["3 100 %", "2 67 %"]);
  });

  test("coverage says what has been seen of the plan", async () => {
    await send(orderPaid({ title: "x" }));
    await page.goto(live.url);
    await page.click("#tab-coverage");
    await expect
      .poll(() => page.locator("#coverage .meter").allTextContents())
      .toEqual(["Events1 of 8", "Properties2 of 12", "desk0 of 4", "web1 of 4"]);
    await page.click("#coverage .meter-button >> nth=1");
    await expect
      .poll(() => page.textContent("#coverage .covered:not(.not)"))
      .toContain("order_paid×1");
    expect(await page.locator("#coverage .covered:not(.not) .dot.on").count()).toBe(2);
  });

  test("findings are sorted by what is worst, and lead to an event", async () => {
    await send(orderPaid({ amount: "1" }), orderPaid({ amount: "2" }), {
      ...orderPaid(),
      event: "order_payed",
    });
    await page.goto(live.url);
    await expect.poll(() => page.locator(".finding").count()).toBe(2);
    expect(await page.textContent(".finding >> nth=0")).toContain("order_paidamount×2wrong-type");
    await page.click(".finding button");
    await expect.poll(() => page.textContent("#details")).toContain("No. 2");
  });

  test("whatever is sent stays text", async () => {
    const evil =
      "<img src=x onerror=\"document.title='pwned'\"><script>document.title='pwned'</script>";
    await send(
      {
        event: evil,
        distinct_id: evil,
        properties: { [evil]: evil, product: evil, tenant_id: evil, runtime: evil },
      },
      orderPaid({ title: evil, method: evil }),
    );
    await page.goto(live.url);
    await expect.poll(() => page.locator(".row").count()).toBe(2);
    for (const tab of ["coverage", "funnel", "findings"]) await page.click(`#tab-${tab}`);
    await page.click(".row >> nth=1");
    await expect.poll(() => page.textContent("#details h2")).toBe(evil);
    await page.click("#details details summary");
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(1);
    expect(await page.title()).toBe("(2) dd0c-track dev");
  });

  test("10,000 events held: few elements, quick filters, and it goes on", async () => {
    const many = Array.from({ length: 12_000 }, (_, n) =>
      orderPaid(n % 50 === 0 ? { amount: "x" } : { tenant_id: `t_${n}` }),
    );
    await send(...many.slice(0, 11_000));
    await page.goto(live.url);
    await expect.poll(() => page.textContent("#foot")).toContain("10,000 events held");
    expect(await page.locator(".row").count()).toBeLessThan(80);
    const took = await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const field = document.querySelector<HTMLInputElement>("#filter-tenant");
      const scroller = document.querySelector("#scroller");
      const times: number[] = [];
      for (const text of ["t_10", "t_109", "", "t_9"]) {
        const began = performance.now();
        if (field) field.value = text;
        field?.dispatchEvent(new Event("input"));
        await frame();
        await frame();
        times.push(performance.now() - began);
      }
      for (let n = 0; n < 10; n++) {
        const began = performance.now();
        scroller?.scrollTo(0, n * 3_000);
        await frame();
        await frame();
        times.push(performance.now() - began);
      }
      return Math.max(...times);
    });
    expect(took).toBeLessThan(500);
    await page.fill("#filter-tenant", "");
    await page.click("#pause");
    await send(...many.slice(11_000));
    await expect.poll(() => page.textContent("#pause")).toBe("Resume (1,000)");
    await page.click("#pause");
    await expect.poll(() => page.textContent("#counts")).toContain("events12,000");
    await expect.poll(() => page.textContent("#foot")).toContain("10,000 events held");
  }, 60_000);

  test("a reader who has scrolled down is not moved", async () => {
    await send(...Array.from({ length: 200 }, () => orderPaid()));
    await page.goto(live.url);
    await expect.poll(() => page.textContent("#foot")).toContain("200 events");
    await page.evaluate(() => document.querySelector("#scroller")?.scrollTo(0, 1_800));
    const top = () => page.evaluate(() => document.elementFromPoint(300, 400)?.closest(".row")?.id);
    await expect.poll(top).toBeDefined();
    const before = await top();
    await send(...Array.from({ length: 50 }, () => orderPaid()));
    await expect.poll(() => page.textContent("#foot")).toContain("250 events");
    await expect.poll(top).toBe(before);
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing serious, %s, wide and on a phone",
    async (colorScheme) => {
      await send(...mixed, orderPaid({ title: "ada@example.com" }));
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const violations: unknown[] = [];
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(live.url);
        const judge = async (where: string): Promise<void> => {
          await page.evaluate(axe);
          const found = await page.evaluate(() =>
            (
              globalThis as unknown as {
                axe: {
                  run(): Promise<{
                    violations: {
                      id: string;
                      impact: string;
                      nodes: { html: string; failureSummary: string }[];
                    }[];
                  }>;
                };
              }
            ).axe.run(),
          );
          for (const { id, impact, nodes } of found.violations)
            if (impact === "serious" || impact === "critical")
              violations.push({
                where: `${width} ${where}`,
                id,
                nodes: nodes.slice(0, 2).map((it) => [it.html.slice(0, 120), it.failureSummary]),
              });
        };
        for (const tab of ["findings", "funnel", "coverage", ...(width < 900 ? ["events"] : [])]) {
          await page.click(`#tab-${tab}`);
          await judge(tab);
        }
        await page.click(".row.bad");
        await expect.poll(() => page.isVisible("#details")).toBe(true);
        await judge("details");
      }
      expect(violations).toEqual([]);
    },
    60_000,
  );
});
