import { lstatSync, readdirSync } from "node:fs";
import { basename, dirname } from "node:path";

/** Says whether there is anything at a folder's path, looking once at each: what would be in a folder that is not there need not be looked for. */
export function folderLook(): (folder: string) => boolean {
  const known = new Map<string, boolean>();
  return (folder) => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const isThere = lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
    known.set(folder, isThere);
    return isThere;
  };
}

/** Says whether there is a file at a path, listing each folder once. */
export function fileLook(): (path: string) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  return (path) => {
    const folder = dirname(path);
    const names = known.get(folder) ?? fileNames(folder);
    known.set(folder, names);
    return names.has(basename(path));
  };
}

function fileNames(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  } catch {
    return new Set();
  }
}
