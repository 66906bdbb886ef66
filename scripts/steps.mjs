import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a command in the repository; resolves with its exit code. `quiet` keeps its output back and
 * prints it only if it fails; `said` also keeps what it printed, in chunks, unless that goes to a terminal.
 */
export function run(command, args, { cwd = root, quiet = false, said, env = {} } = {}) {
  const isHeard = quiet || (said !== undefined && !process.stdout.isTTY);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: isHeard ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    const output = said ?? [];
    for (const from of ["stdout", "stderr"])
      child[from]?.on("data", (chunk) => {
        output.push(chunk);
        if (!quiet) process[from].write(chunk);
      });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0 && quiet) process.stdout.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}

/** Where a tool of `node_modules/.bin` is. */
export function bin(name) {
  return join(root, "node_modules", ".bin", name);
}

/** Runs a tool of `node_modules/.bin`. */
export function tool(name, args, options) {
  return run(bin(name), args, options);
}

/** Every file below some folders, sorted; no node_modules, no dist. */
export function filesBelow(...folders) {
  return folders.flatMap((folder) => walk(join(root, folder))).sort();
}

function walk(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name !== "node_modules" && name !== "dist" && name !== ".git")
    .flatMap((name) => walk(join(path, name)));
}

/** A hash over files' paths and bytes: what a cached result depends on. */
export function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}
