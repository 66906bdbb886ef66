import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { BadInput } from "../bad-input.js";
import { type StoredPlan, storedPlan } from "./stored-plan.js";
import { tarEntries } from "./tar-entries.js";

/** Where packages carry a plan: resolved first, since a manifest tells less. */
const usualPlaces = [
  "plan.json",
  "resolved.json",
  "dist/plan.json",
  "manifest/manifest.json",
  "manifest.json",
  "dist/manifest.json",
  "src/manifest.json",
];

/** The plan that a packed package carries. */
export function packedPackage(bytes: Uint8Array, name: string): StoredPlan {
  let files: ReadonlyMap<string, string>;
  try {
    files = tarEntries(bytes);
  } catch {
    throw new BadInput(`${name} is no packed package.`, { help: "`npm pack` makes one." });
  }
  return carried([...files.keys()], (path) => files.get(path) ?? "", name);
}

/** The plan of a package in a `node_modules` here or above, or in its own folder; null where there is no such package. */
export function installedPackage(name: string, cwd: string): StoredPlan | null {
  const folder = isAbsolute(name) ? name : findInstalled(name, cwd);
  if (folder === null || !existsSync(join(folder, "package.json"))) return null;
  return carried(filesBelow(folder), (path) => readFileSync(join(folder, path), "utf8"), name);
}

/** The plan of a package as the registry has it. The only side that uses the network, and only when asked. */
export function downloadedPackage(spec: string, cwd: string): StoredPlan {
  if (!/^(@[\w.-]+\/)?[\w.-]+(@[\w.^~<>=-]+)?$/.test(spec) || spec.startsWith("-"))
    throw new BadInput(`"npm:${spec}" names no package.`);
  const address = npmView(spec, cwd);
  const { status, stdout } = spawnSync(process.execPath, ["-e", fetchProgram, address], {
    maxBuffer: 1 << 28,
    timeout: 120_000,
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (status !== 0)
    throw new BadInput(`${address} could not be fetched.`, {
      help: "From a private registry, install the package first and name it without `npm:`.",
    });
  return packedPackage(stdout, `npm:${spec}`);
}

/** Commands read their sides one after the other, so the one download waits in a process of its own. */
const fetchProgram =
  "fetch(process.argv[1]).then(async (it) => { if (!it.ok) process.exit(1); process.stdout.write(Buffer.from(await it.arrayBuffer())); }, () => process.exit(1));";

function npmView(spec: string, cwd: string): string {
  const { status, stdout } = spawnSync("npm", ["view", spec, "dist.tarball", "--json"], {
    cwd,
    encoding: "utf8",
    timeout: 120_000,
    shell: process.platform === "win32",
  });
  const found = status === 0 ? (/"(https?:[^"]+)"\s*\]?\s*$/.exec(stdout)?.[1] ?? null) : null;
  if (found !== null) return found;
  throw new BadInput(`npm knows no package "${spec}".`, {
    help: "Name it as `npm install` takes it: `npm:@scope/name@1.2.3`.",
  });
}

function findInstalled(name: string, cwd: string): string | null {
  if (!/^(@[\w.-]+\/)?[\w.-]+$/.test(name) || name.startsWith(".")) return null;
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, "node_modules", name);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return null;
  }
}

/** JSON files of a package, two folders deep. */
function filesBelow(folder: string, prefix = "", depth = 0): readonly string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.name === "node_modules" || entry.name.startsWith(".")) return [];
    const facts = statSync(join(folder, path), { throwIfNoEntry: false });
    if (facts?.isDirectory() === true) return depth < 2 ? filesBelow(folder, path, depth + 1) : [];
    return path.endsWith(".json") ? [path] : [];
  });
}

/** Takes the first of the usual places, then any `manifest.json`. */
function carried(
  paths: readonly string[],
  read: (path: string) => string,
  name: string,
): StoredPlan {
  const path =
    usualPlaces.find((it) => paths.includes(it)) ??
    paths.find((it) => it.endsWith("/manifest.json") || it.endsWith("/plan.json"));
  if (path !== undefined) return storedPlan(read(path), `${path} of ${name}`);
  throw new BadInput(`The package ${name} carries no plan.`, {
    help: "Publish `plan.json` (from `dd0c-track resolve --json`) or the manifest emitter's `manifest.json` in it.",
  });
}
