// Completes package-lock.json: where the registry at hand lacks a package for another platform, npm leaves
// it out of the lock, and `npm ci` then refuses the lock. Each is named, with its version, by the package
// that wants it; what it runs on stands in its name. Run it after `npm install`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./steps.mjs";

const path = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8"));
const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = [
  "arm64",
  "arm",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "x64",
];

/** What a platform package runs on, by the words of its name. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith("musl"))
    ? ["musl"]
    : words.includes("gnu")
      ? ["glibc"]
      : [];
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
    ...(os.length > 0 && { os }),
  };
}

let added = 0;
for (const [parent, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!/^\d/.test(version)) continue;
    const nested = `${parent}/node_modules/${name}`;
    const hoisted = `${parent.slice(0, parent.lastIndexOf("node_modules/"))}node_modules/${name}`;
    if (lock.packages[nested]?.version === version || lock.packages[hoisted]?.version === version)
      continue;
    const place = lock.packages[hoisted] === undefined ? hoisted : nested;
    lock.packages[place] = {
      version,
      ...platformOf(name),
      ...(entry.dev && { dev: true }),
      optional: true,
    };
    added += 1;
  }
}
const [first, ...others] = Object.keys(lock.packages);
lock.packages = Object.fromEntries(
  [first, ...others.sort((a, b) => a.localeCompare(b, "en"))].map((key) => [
    key,
    lock.packages[key],
  ]),
);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added`);
