import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { maxFileSize, type PlanFiles } from "@dd0c/track-codegen";

/** Plan files on a disk, and what was noticed on the way. */
export interface DiskFiles extends PlanFiles {
  /** Links that leave the workspace; they were not followed. */
  readonly refused: ReadonlySet<string>;
  /** Every folder that was looked into, relative to the workspace; what `--watch` watches. */
  readonly folders: ReadonlySet<string>;
}

/**
 * Plan files below a workspace's folder. Made anew for every run: what it has learnt about folders
 * is true only as long as nobody moves them.
 */
export function diskFiles(workspace: string): DiskFiles {
  const home = realpathSync(workspace);
  const refused = new Set<string>();
  const folders = new Set<string>();
  const realFolders = new Map<string, string | null>();

  /** Where a folder really is; null where it is nowhere or outside. */
  const realFolder = (folder: string): string | null => {
    const known = realFolders.get(folder);
    if (known !== undefined) return known;
    const real = realPath(join(home, folder));
    const inside = real !== null && isBelow(home, real);
    if (real !== null && !inside) refused.add(folder);
    else folders.add(folder);
    const answer = inside ? real : null;
    realFolders.set(folder, answer);
    return answer;
  };

  /** Where a file really is; null where there is none, or none that may be read. */
  const realFile = (path: string): string | null => {
    const slash = path.lastIndexOf("/");
    const folder = realFolder(slash === -1 ? "" : path.slice(0, slash));
    if (folder === null) return null;
    const file = join(folder, path.slice(slash + 1));
    if (!isLink(file)) return file;
    const real = realPath(file);
    if (real === null) return null;
    if (isBelow(home, real)) return real;
    refused.add(path);
    return null;
  };

  const walk = (folder: string, open: ReadonlySet<string>): readonly string[] => {
    const real = realFolder(folder);
    if (real === null || open.has(real)) return [];
    const inner = new Set(open).add(real);
    return entriesOf(real).flatMap((entry) => {
      const { name } = entry;
      if (name.startsWith(".") || name === "node_modules") return [];
      const path = folder === "" ? name : `${folder}/${name}`;
      if (entry.isDirectory()) return walk(path, inner);
      if (!entry.isSymbolicLink()) return entry.isFile() && isPlanYaml(name) ? [path] : [];
      const target = realPath(join(real, name));
      if (target !== null && statSync(target).isDirectory()) return walk(path, inner);
      return isPlanYaml(name) && realFile(path) !== null ? [path] : [];
    });
  };

  return {
    refused,
    folders,
    list: (folder) => [...walk(folder, new Set())].sort(),
    read: (path) => {
      const file = realFile(path);
      return file === null ? null : readAtMost(file);
    },
  };
}

/** A file's bytes. Of one that is too large only the size is true: nobody reads the rest. */
function readAtMost(file: string): Uint8Array | null {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (facts === undefined || !facts.isFile()) return null;
  if (facts.size > maxFileSize) return new Uint8Array(Math.min(facts.size, 2 ** 32));
  return readFileSync(file);
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function isBelow(home: string, path: string): boolean {
  return path === home || path.startsWith(home.endsWith(sep) ? home : home + sep);
}

/** Whether a file may be part of a plan: a config and the accepted changes beside it are none. */
export function isPlanYaml(name: string): boolean {
  return (
    /\.ya?ml$/.test(name) &&
    !/^dd0c-track\b.*\.ya?ml$/.test(name) &&
    !/^accepted-changes\.ya?ml$/.test(name)
  );
}
