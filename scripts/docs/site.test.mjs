// What people do with the built site, in a headless Chromium: `npm run docs -- --check` runs it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { describe, test } from "node:test";
import { findChromium, howToGetChromium, withChromium } from "../demo/chromium.mjs";
import { filesBelow, root } from "../steps.mjs";
import { pageWeight } from "./page-weight.mjs";
import { serveFolder } from "./serve-folder.mjs";

const dist = join(root, "docs", ".vitepress", "dist");
const paths = walk();
const html = (path) => readFileSync(join(dist, path), "utf8");
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
/** One page of each sort; what holds for them holds for the others. */
const kinds = [
  "index.html",
  "cost.html",
  "events.html",
  "events/cost.remediation.clicked.html",
  "events/account.aws.connected.html",
  "properties/severity.html",
  "funnels/plg.html",
  "privacy.html",
  "health.html",
  "reference/kinds.html",
  "guides/quick-start.html",
];

describe("the built site", () => {
  test("has a page, with its anchor, wherever the manifest says an event is described", () => {
    const manifest = JSON.parse(
      readFileSync(join(root, "packages/events/manifest/manifest.json"), "utf8"),
    );
    assert.ok(manifest.events.length > 100);
    for (const { name, docs } of manifest.events) {
      const [page, anchor] = docs.split("#");
      assert.ok(paths.includes(`${page}.html`), `${name}: ${page}`);
      if (anchor !== undefined) assert.ok(html(`${page}.html`).includes(`id="${anchor}"`), docs);
      assert.ok(html(`${page}.html`).includes(name), docs);
    }
  });

  test("has no link within itself that leads nowhere", () => {
    const ids = new Map(
      paths.map((path) => [
        path,
        new Set([...html(path).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
      ]),
    );
    const broken = paths.flatMap((path) =>
      [...html(path).matchAll(/<a\b[^>]* href="([^"]+)"/g)].flatMap(([, href]) => {
        const { origin, pathname, hash } = new URL(href, `http://site/${path}`);
        if (origin !== "http://site") return [];
        const target = decodeURIComponent(pathname.slice(1)) || "index.html";
        const id = decodeURIComponent(hash.slice(1));
        const found = ids.get(target);
        return found !== undefined && (id === "" || found.has(id)) ? [] : [`${path}: ${href}`];
      }),
    );
    assert.deepEqual(broken, []);
  });

  test("is light: no page takes 200 KB on a first visit", (context) => {
    const weights = paths.map((path) => ({ path, weight: pageWeight(dist, path) }));
    const [heaviest] = weights.sort((a, b) => b.weight - a.weight);
    context.diagnostic(`heaviest: ${heaviest.path}, ${(heaviest.weight / 1000).toFixed(0)} KB`);
    assert.ok(heaviest.weight < 200_000, `${heaviest.path}: ${heaviest.weight} bytes`);
  });

  test("lists every event without a script", () => {
    const listed = [...html("events.html").matchAll(/<li>.*?<code>([^<]+)<\/code>/g)];
    assert.ok(new Set(listed.map(([, name]) => name)).size > 100);
  });
});

const chromium = findChromium();
const skip = chromium === undefined && !process.env.CI && `no Chromium here: ${howToGetChromium()}`;
describe("in a browser", { skip, timeout: 120_000 }, () => {
  test("does what people ask of it", async (context) => {
    const site = await serveFolder(dist);
    try {
      await withChromium(async (page) => {
        const foreign = [];
        const problems = [];
        page.on("request", (request) => {
          if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.url))
            foreign.push(request.url());
        });
        page.on("pageerror", (error) => problems.push(error.message));
        page.on("console", (message) => {
          if (message.type() === "error") problems.push(message.text());
        });
        const open = (path) => page.goto(`${site.url}/${path}`, { waitUntil: "load" });
        for (const [name, check] of Object.entries(checks))
          await context.test(name, async () => {
            await page.setViewportSize(desk);
            await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
            await check(page, open);
          });
        await context.test("asks no other host for anything, and logs no error", () => {
          assert.deepEqual(foreign, []);
          assert.deepEqual(problems, []);
        });
      }, desk);
    } finally {
      await site.stop();
    }
  });
});

const checks = {
  async "search finds an event by its name and by its meaning, from the keyboard"(page, open) {
    for (const [words, name] of [
      ["cost.anomaly.alerted", "cost.anomaly.alerted"],
      ["first anomaly above the threshold", "cost.anomaly.first_detected"],
    ]) {
      await open("");
      await openSearch(page);
      await page.locator("#localsearch-input").fill(words);
      const first = page.locator(".VPLocalSearchBox .result").first();
      await first.filter({ hasText: name }).waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.pathname === `/events/${name}.html`);
      await page.locator("h1", { hasText: name }).waitFor();
    }
    await openSearch(page);
    await page.keyboard.press("Escape");
    await page.locator("#localsearch-input").waitFor({ state: "detached" });
  },

  async "filters narrow the list, add up, and stand in the address"(page, open) {
    await open("events.html");
    const names = page.locator(".found a");
    const all = await names.count();
    assert.ok(all > 100);
    await page.getByLabel("Product").selectOption("cost");
    await page.getByLabel("Stage").selectOption({ label: "First value" });
    await page.waitForURL(/\?product=cost&stage=first_value$/);
    const some = await names.allTextContents();
    assert.ok(some.length > 0 && some.length < all && some.includes("cost.anomaly.first_detected"));
    await page.getByLabel("Name or meaning").fill("ANOMALY threshold");
    assert.deepEqual(await names.allTextContents(), ["cost.anomaly.first_detected"]);
    assert.equal(await page.getByRole("status").textContent(), "1 event");
    await page.getByRole("button", { name: "Show all" }).click();
    assert.equal(await names.count(), all);
    for (const [label, option] of [
      ["Owner", "cost-team"],
      ["Runtime", "slack"],
      ["Stability", "deprecated"],
    ]) {
      await page.getByLabel(label).selectOption(option);
      const count = await names.count();
      assert.ok(count > 0 && count < all, label);
      await page.getByRole("button", { name: "Show all" }).click();
    }
    await page.getByLabel("Name or meaning").fill("no such event");
    await page.getByText("No event is like that.").waitFor();
  },

  async "an address with filters shows what they let through; an unknown value is none"(
    page,
    open,
  ) {
    await open("events.html?product=run&runtime=slack&stage=nonsense");
    await page.waitForFunction(() => document.querySelectorAll(".found a").length < 50);
    assert.equal(await page.getByLabel("Product").inputValue(), "run");
    assert.equal(await page.getByLabel("Stage").inputValue(), "");
    const facts = await page.locator(".found .facts").allTextContents();
    assert.ok(facts.length > 0);
    for (const fact of facts) assert.match(fact, /(dd0c\/run|all products).*from .*slack/);
  },

  async "an event's address works as an editor has it: without .html, with an anchor"(page, open) {
    await open("events/account.aws.connected#in-cost");
    await page.locator("h1", { hasText: "account.aws.connected" }).waitFor();
    const heading = page.locator("h2", { hasText: "In dd0c/cost" });
    await heading.waitFor();
    await page.waitForFunction(() => scrollY > 200);
    const box = await heading.boundingBox();
    assert.ok(box !== null && box.y >= 0 && box.y < desk.height / 2, JSON.stringify(box));
  },

  async "a call is copied with one press"(page, open) {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await open("events/cost.remediation.clicked.html");
    await page.locator(".language-ts button.copy").first().focus();
    await page.keyboard.press("Enter");
    await page.locator(".language-ts button.copy.copied").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^track\.cost\.remediation\.clicked\(\{\n[\s\S]*\}\);$/);
  },

  async "the keyboard reaches content, menu and colours, and focus is seen"(page, open) {
    await open("cost.html");
    await page.keyboard.press("Tab");
    assert.equal(
      await page.evaluate(() => document.activeElement?.textContent?.trim()),
      "Skip to content",
    );
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "VPContent");
    const toggle = page.getByRole("switch").first();
    await toggle.focus();
    await page.keyboard.press("Enter");
    await page.locator("html.dark").waitFor();
    await page.keyboard.press("Enter");
    await page.locator("html:not(.dark)").waitFor();
    await page.locator(".VPSidebar a").first().focus();
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body);
      return `${style.outlineStyle} ${style.outlineWidth}`;
    });
    assert.equal(outline, "solid 2px");
  },

  async "nothing is wider than a phone, and its menu opens"(page, open) {
    await page.setViewportSize(phone);
    for (const path of kinds) {
      await open(path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= phone.width, `${path} is ${width} px wide`);
    }
    await open("cost.html");
    await page.getByRole("button", { name: "Menu" }).click();
    await page.locator(".VPSidebar.open a", { hasText: "All events" }).click();
    await page.waitForURL(/events\.html$/);
  },

  async "axe finds nothing serious: light, dark, and on a phone"(page, open) {
    const axe = createRequire(import.meta.url).resolve("axe-core");
    const found = [];
    for (const [colorScheme, viewport, some] of [
      ["light", desk, kinds.filter((path) => !/^(?:index|health|properties)/.test(path))],
      [
        "dark",
        desk,
        ["cost.html", "events.html", "events/anomaly.alert.sent.html", "guides/pii.html"],
      ],
      ["light", phone, ["cost.html", "events.html"]],
    ]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize(viewport);
      for (const path of some) {
        await open(path);
        await page.addScriptTag({ path: axe });
        const { violations } = await page.evaluate(() =>
          globalThis.axe.run(document, { resultTypes: ["violations"] }),
        );
        for (const { id, impact, nodes } of violations)
          if (impact === "serious" || impact === "critical")
            found.push(`${path} ${colorScheme} ${viewport.width}: ${id} ${nodes[0]?.html}`);
      }
    }
    assert.deepEqual(found, []);
  },
};

/** Ctrl K, until the page hears it: a key that is pressed before the page is alive is lost. */
async function openSearch(page) {
  const input = page.locator("#localsearch-input");
  for (let tries = 0; tries < 20; tries += 1) {
    await page.keyboard.press("Control+k");
    if (
      await input.waitFor({ timeout: 500 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  await input.waitFor();
}

function walk() {
  const all = filesBelow("docs/.vitepress/dist");
  return all
    .map((file) => relative(dist, file).split("\\").join("/"))
    .filter((path) => path.endsWith(".html") && path !== "404.html");
}
