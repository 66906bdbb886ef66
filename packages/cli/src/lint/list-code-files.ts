import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const code = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;

/** Code files below a folder, relative to it: those that git knows; without git, all outside node_modules. */
export function listCodeFiles(folder: string): readonly string[] {
  const { status, stdout } = spawnSync(
    "git",
    ["-C", folder, "ls-files", "-co", "--exclude-standard", "-z"],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const files = status === 0 ? stdout.split("\0") : filesBelow(folder);
  return files.filter((path) => code.test(path));
}

function filesBelow(folder: string, inner = ""): readonly string[] {
  return readdirSync(inner === "" ? folder : `${folder}/${inner}`, { withFileTypes: true }).flatMap(
    (entry) => {
      const { name } = entry;
      if (name.startsWith(".") || name === "node_modules") return [];
      const path = inner === "" ? name : `${inner}/${name}`;
      return entry.isDirectory() ? filesBelow(folder, path) : [path];
    },
  );
}
