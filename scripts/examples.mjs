// Proves that the examples work for somebody who installs our packages: packs them, and in a temporary
// folder installs, type-checks, builds and tests each example. `node scripts/examples.mjs [example …]`.
import { spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./demo/chromium.mjs";
import { startEndpoint } from "./demo/endpoint.mjs";
import { setup } from "./setup.mjs";
import { root } from "./steps.mjs";

const packages = ["core", "browser", "node", "slack", "events"];
const examples = [
  { name: "lambda" },
  { name: "slack-bot" },
  { name: "browser", needsChromium: true },
];
/** Nothing that an example does may take longer, in ms. */
const BOUND = 120_000;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !examples.some((example) => example.name === name));
if (unknown.length > 0) {
  console.error(`There is no example ${unknown.join(", ")}.`);
  process.exit(2);
}

await setup();
const folder = mkdtempSync(join(tmpdir(), "dd0c-examples-"));
const failed = [];
try {
  const tarballs = await pack();
  for (const { name, needsChromium } of examples) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const chromium = findChromium();
    if (needsChromium && !chromium && !process.env.CI) {
      console.log(`– ${name}: SKIPPED, there is no Chromium here (CHROMIUM_PATH)`);
      continue;
    }
    const started = performance.now();
    const step = await prove(name, tarballs, chromium).catch((error) => error.message);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(step ? `✗ ${name}: ${step}` : `✓ ${name} in ${seconds} s`);
    if (step) failed.push(name);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed.length > 0 ? 1 : 0);

/** Packs our packages; answers with package name → tarball. */
async function pack() {
  const to = join(folder, "tarballs");
  mkdirSync(to);
  const paths = packages.map((name) => join(root, "packages", name));
  const quietly = ["--ignore-scripts", "--loglevel=error"];
  const code = await npm(["pack", ...paths, "--pack-destination", to, ...quietly], root);
  if (code !== 0) throw new Error("npm pack failed");
  const files = readdirSync(to);
  return Object.fromEntries(
    packages.map((name) => {
      const file = files.find((it) => it.startsWith(`dd0c-track-${name}-`));
      return [`@dd0c/track-${name}`, `file:${join(to, file)}`];
    }),
  );
}

/** Installs, type-checks, builds and tests one example; answers with the step that failed, if one did. */
async function prove(name, tarballs, chromium) {
  const home = join(folder, name);
  cpSync(join(root, "examples", name), home, {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|dist)$/.test(path),
  });
  const path = join(home, "package.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  for (const dependency of Object.keys(manifest.dependencies))
    manifest.dependencies[dependency] = tarballs[dependency] ?? manifest.dependencies[dependency];
  writeFileSync(path, JSON.stringify({ ...manifest, overrides: tarballs }, null, 2));

  const endpoint = await startEndpoint();
  const env = {
    POSTHOG_HOST: endpoint.url,
    VITE_POSTHOG_HOST: endpoint.url,
    VITE_POSTHOG_KEY: "phc_test",
    CHROMIUM_PATH: chromium ?? "",
  };
  const steps = {
    "npm install": ["install", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"],
    build: ["run", "build", "--silent"],
    test: ["run", "test", "--silent"],
  };
  try {
    for (const [step, args] of Object.entries(steps)) {
      const code = await npm(args, home, env);
      if (code !== 0) return `${step} failed`;
    }
    return undefined;
  } finally {
    await endpoint.stop();
  }
}

/** Runs npm in a group of its own, so that whatever it started ends with it when time is up. */
function npm(args, cwd, env) {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const output = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    const timer = setTimeout(() => {
      output.push(`Not done after ${BOUND / 1000} s.\n`);
      process.kill(-child.pid, "SIGKILL");
    }, BOUND);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code !== 0) process.stdout.write(output.join(""));
      resolve(code ?? 1);
    });
  });
}
