import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ignore, { type Ignore } from "ignore";

/** Output of git at most: paths of a million files. */
const MOST_BYTES = 256 * 1024 * 1024;
const NEVER: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** Every file below a folder that git does not ignore, as sorted paths relative to it, with `/`. */
export function listFiles(root: string): readonly string[] {
  const files = fromGit(root) ?? walk(root);
  return [...new Set(files)].filter((it) => !it.includes("node_modules/")).sort();
}

/** Tracked files and new ones that are not ignored; null where the folder is in no repository. */
function fromGit(root: string): string[] | null {
  try {
    const text = execFileSync("git", ["ls-files", "-z", "-c", "-o", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: MOST_BYTES,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return text.split("\0").filter((it) => it !== "");
  } catch {
    return null;
  }
}

/** The same without git: `.gitignore` files are heeded on the way down. */
function walk(root: string): string[] {
  const found: string[] = [];
  descend(root, "", [], found);
  return found;
}

interface Rules {
  readonly folder: string;
  readonly rules: Ignore;
}

function descend(root: string, folder: string, above: readonly Rules[], found: string[]): void {
  const rules = [...above, ...ownRules(root, folder)];
  for (const entry of entriesOf(join(root, folder))) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const isFolder = entry.isDirectory();
    if (NEVER.has(entry.name) || isIgnored(rules, path, isFolder)) continue;
    if (isFolder) descend(root, path, rules, found);
    else if (entry.isFile()) found.push(path);
  }
}

function entriesOf(path: string): ReturnType<typeof readEntries> {
  try {
    return readEntries(path);
  } catch {
    return [];
  }
}

const readEntries = (path: string) => readdirSync(path, { withFileTypes: true });

function ownRules(root: string, folder: string): Rules[] {
  try {
    const text = readFileSync(join(root, folder, ".gitignore"), "utf8");
    return [{ folder, rules: ignore().add(text) }];
  } catch {
    return [];
  }
}

function isIgnored(all: readonly Rules[], path: string, isFolder: boolean): boolean {
  return all.some(({ folder, rules }) => {
    const inside = folder === "" ? path : path.slice(folder.length + 1);
    return rules.ignores(isFolder ? `${inside}/` : inside);
  });
}
