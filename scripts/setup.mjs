// Makes a fresh clone ready: dependencies as the lock file says, then a build. Does nothing that is done already.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOf, root, run } from "./steps.mjs";

const [major] = process.versions.node.split(".").map(Number);

/** Installs and builds what is missing or stale. */
export async function setup({ types = true } = {}) {
  if (major < 20) fail(`Node 20 or newer is needed; this is ${process.versions.node}.`);
  await install();
  const { build } = await import("./build.mjs");
  if (!(await build({ types }))) fail("The build failed.");
}

/** Installs what the lock file says, where that is not done already. */
export async function install() {
  const lock = join(root, "package-lock.json");
  const stamp = join(root, "node_modules", ".dd0c-installed");
  const wanted = hashOf([lock]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing dependencies (npm ci) …");
  const code = await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    quiet: true,
  });
  if (code !== 0) fail("npm ci failed.");
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup();
