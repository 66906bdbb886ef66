// Finds a Chromium and starts it without a trace: its own profile, removed afterwards, and no network
// but loopback.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const places = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // posthog-js takes a browser that says it is automated for a bot, and sends nothing.
  "--disable-blink-features=AutomationControlled",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/** Where a Chromium or Chrome is; undefined for nowhere. */
export function findChromium() {
  return places.find((place) => place && existsSync(place));
}

/** What a person without one may type. */
export function howToGetChromium() {
  if (process.platform === "darwin") return "brew install --cask chromium";
  return "sudo apt-get install -y chromium";
}

/** Starts it headless, and hands a page to `work`, with the version and the context for more; closes everything. */
export async function withChromium(work, { scale = 1, width = 1100, height = 800 } = {}) {
  const { chromium } = await import("playwright-core");
  const executablePath = findChromium();
  const said = execFileSync(executablePath, ["--version"], { stdio: ["ignore", "pipe", "ignore"] });
  const [version] = /\d+/.exec(said.toString());
  const profile = mkdtempSync(join(tmpdir(), "dd0c-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: flags,
    timeout: 20_000,
    userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`,
    viewport: { width, height },
    deviceScaleFactor: scale,
  });
  try {
    context.setDefaultTimeout(10_000);
    return await work(context.pages()[0] ?? (await context.newPage()), version, context);
  } finally {
    await context.close().catch(() => {});
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
