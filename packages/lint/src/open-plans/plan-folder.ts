import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanFiles } from "@dd0c/track-codegen";

/** The YAML files below a folder, as the compiler asks for them; links are not followed. */
export function planFolder(home: string): PlanFiles {
  const walk = (folder: string): readonly string[] =>
    entriesOf(join(home, folder)).flatMap((entry) => {
      const { name } = entry;
      if (name.startsWith(".") || name === "node_modules") return [];
      const path = folder === "" ? name : `${folder}/${name}`;
      if (entry.isDirectory()) return walk(path);
      return entry.isFile() && isPlanFile(name) ? [path] : [];
    });
  return {
    list: (folder) => [...walk(folder)].sort(),
    read: (path) => {
      try {
        return readFileSync(join(home, path));
      } catch {
        return null;
      }
    },
  };
}

/** A config and the accepted changes beside a plan are no part of it. */
function isPlanFile(name: string): boolean {
  return /\.ya?ml$/.test(name) && !/^(?:dd0c-track\b.*|accepted-changes)\.ya?ml$/.test(name);
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
