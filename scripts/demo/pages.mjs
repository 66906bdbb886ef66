// The browser example on a page of its own, in a real Chromium where there is one, else in jsdom.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { root } from "../steps.mjs";
import { bundlePages } from "./bundle.mjs";
import { findChromium, howToGetChromium, withChromium } from "./chromium.mjs";
import { acme } from "./story.mjs";

const folder = join(root, "examples", "browser");
const careless = `<!doctype html><title>careless</title><script type="module" src="/src/careless.js"></script>`;

/** Clicks through the pages; `api(path, body)` is the service behind them. */
export async function usePages({ endpoint, api, wantsChromium }) {
  const isReal = wantsChromium && findChromium() !== undefined;
  const scripts = await bundlePages(endpoint.url, isReal ? "esm" : "iife");
  const site = await serve(scripts, api);
  try {
    if (isReal) return await inChromium(site.url, endpoint);
    const missing = wantsChromium ? howToGetChromium() : undefined;
    return { ...(await inJsdom(site.url, scripts, endpoint)), missing };
  } finally {
    await site.stop();
  }
}

/** The clicks on each page, in order: an element's selector, or what is typed into it. */
const visits = [
  {
    page: "index.html",
    fill: ["#email", acme.email],
    clicks: [
      "[data-method=github_sso]",
      "#connect-aws",
      "#snooze",
      "#expected",
      "#stop",
      "#checkout",
      "#try-drift",
    ],
  },
  {
    page: "catalog.html",
    fill: ["#search", "payments"],
    clicks: ["#claim", "#scorecard", "#ticket"],
  },
  { page: "pricing.html", clicks: ["#checkout"] },
];

/** Each page has a tab of its own: posthog-js sends every 3 s, and may lose what it holds when a page is left. */
async function inChromium(url, endpoint) {
  return withChromium(async (_, version, context) => {
    const failures = [];
    let clicks = 0;
    const open = async (name) => {
      const page = await context.newPage();
      page.on("pageerror", (error) => failures.push(error.message));
      await page.goto(`${url}/${name}`);
      return page;
    };
    for (const visit of visits) {
      const page = await open(visit.page);
      if (visit.fill) {
        await page.fill(...visit.fill);
        await page.press(visit.fill[0], "Enter");
      }
      for (const selector of visit.clicks) {
        await page.click(selector);
        clicks++;
      }
    }
    const page = await open("careless.html");
    const stats = await page.waitForFunction(() => window.stats).then((it) => it.jsonValue());
    await endpoint.until(hasEverythingFromPages);
    return { browser: `Chromium ${version}`, isReal: true, clicks, stats, failures };
  });
}

async function inJsdom(url, scripts, endpoint) {
  const { JSDOM, VirtualConsole } = await import("jsdom");
  const failures = [];
  let clicks = 0;
  const windows = [];
  for (const { page, fill, clicks: selectors } of [
    ...visits,
    { page: "careless.html", clicks: [] },
  ]) {
    const virtualConsole = new VirtualConsole().on("jsdomError", (error) => {
      if (!/not implemented/i.test(error.message)) failures.push(error.message);
    });
    const html = htmlOf(page).replace(/<script.*<\/script>|<link.*\/>/g, "");
    const options = { url: `${url}/${page}`, runScripts: "outside-only", pretendToBeVisual: true };
    const { window } = new JSDOM(html, { ...options, virtualConsole });
    windows.push(window);
    // What every browser has and jsdom has not.
    window.fetch = (path, init) => fetch(new URL(path, url), init);
    Object.assign(window, { AbortSignal, TextEncoder });
    window.eval(scripts.get(scriptOf(page)));
    const find = (selector) => window.document.querySelector(selector);
    if (fill) {
      find(fill[0]).value = fill[1];
      find(fill[0]).dispatchEvent(new window.Event("change", { bubbles: true }));
    }
    for (const selector of selectors) {
      find(selector).click();
      clicks++;
      // Signing up asks the service first.
      await until(() => page !== "index.html" || !find("#connect").hidden);
    }
  }
  const { stats } = windows.at(-1);
  // posthog-js sends what waits every three seconds.
  await endpoint.until(hasEverythingFromPages);
  for (const window of windows) window.close();
  return { browser: "jsdom", isReal: false, clicks, stats, failures };
}

/** The last event of each page: when it is there, everything before it has arrived as well. */
const lastOfPages = {
  cost: "platform.cross_sell.clicked",
  portal: "portal.scorecard.action_taken",
  route: "billing.checkout.started",
};

/** The last events of pages that have not arrived, each with its product. */
export function missingFromPages(events) {
  return Object.entries(lastOfPages)
    .filter(
      ([product, name]) =>
        !events.some(({ event, properties }) => event === name && properties.product === product),
    )
    .map(([product, name]) => `${name} of ${product}`);
}

function hasEverythingFromPages(events) {
  return missingFromPages(events).length === 0;
}

async function until(condition) {
  for (let i = 0; i < 100 && !condition(); i++)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

function htmlOf(page) {
  return page === "careless.html" ? careless : readFileSync(join(folder, page), "utf8");
}

function scriptOf(page) {
  return `${/\/src\/(\w+)\.[jt]s"/.exec(htmlOf(page))[1]}.js`;
}

/** A server for the pages, their scripts, and `/api/…`. */
async function serve(scripts, api) {
  const types = {
    html: "text/html",
    css: "text/css",
    js: "text/javascript",
    json: "application/json",
  };
  const reply = (response, type, text, status = 200) =>
    response.writeHead(status, { "Content-Type": types[type] }).end(text);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const name = pathname.split("/").at(-1);
    if (pathname.startsWith("/api/")) {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const answer = await api(pathname.slice(4), JSON.parse(Buffer.concat(chunks).toString()));
      return reply(response, "json", JSON.stringify(answer));
    }
    if (name.endsWith(".html")) return reply(response, "html", htmlOf(name));
    if (name.endsWith(".css"))
      return reply(response, "css", readFileSync(join(folder, "src", name), "utf8"));
    const code = scripts.get(name.replace(/\.ts$/, ".js"));
    reply(response, "js", code ?? "", code ? 200 : 404);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
