import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the peers' packages are, to resolve them from. */
export const PEERS = fileURLToPath(new URL(".", import.meta.url));

/** Installs the browser clients that we measure ourselves beside, once. */
export async function installPagePeers() {
  if (existsSync(`${PEERS}node_modules/.package-lock.json`)) return;
  console.log("Installing the browser clients that we measure ourselves beside …");
  const install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const [status] = await once(spawn("npm", install, { cwd: PEERS, stdio: "inherit" }), "close");
  if (status !== 0) throw new Error("npm ci failed in bench/page-peers.");
}
