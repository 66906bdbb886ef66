import { maxFileSize, type PlanFiles } from "@dd0c/track-codegen";
import { isPlanYaml } from "../disk-files.js";
import { git, gitLine } from "./git.js";

/** A commit's files below a folder of its work tree, read from git's store; the work tree is not touched. */
export interface GitTree extends PlanFiles {
  readonly commit: string;
}

/** The files of a ref as seen from a folder; null where the folder has no repository, or the repository no such ref. */
export function openGitTree(folder: string, ref: string): GitTree | null {
  const commit = commitOf(folder, ref);
  if (commit === null) return null;
  const prefix = gitLine(folder, ["rev-parse", "--show-prefix"]) ?? "";
  const entries = entriesOf(folder, commit, prefix);
  const texts = new Map<string, Uint8Array>();
  const read = (path: string): Uint8Array | null => {
    const entry = entries.get(path);
    if (entry === undefined) return null;
    if (entry.size > maxFileSize) return new Uint8Array(Math.min(entry.size, 2 ** 32));
    return texts.get(path) ?? git(folder, ["cat-file", "blob", entry.id]);
  };
  return {
    commit,
    list: (below) => {
      const paths = [...entries.keys()].filter((path) => isListed(path, below)).sort();
      readAll(folder, entries, paths, texts);
      return paths;
    },
    read,
  };
}

/** A ref's commit; that of the remote's branch where there is no local one, as in most CI checkouts. */
function commitOf(folder: string, ref: string): string | null {
  if (ref.startsWith("-") || ref === "") return null;
  for (const name of [ref, `origin/${ref}`]) {
    const commit = gitLine(folder, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
    if (commit !== null) return commit;
  }
  return null;
}

interface Entry {
  readonly id: string;
  readonly size: number;
}

/** Regular files by path from the folder; links and submodules are left out. */
function entriesOf(folder: string, commit: string, prefix: string): ReadonlyMap<string, Entry> {
  const args = ["ls-tree", "-r", "-l", "-z", "--full-tree", commit];
  const lines = git(folder, prefix === "" ? args : [...args, prefix])?.toString("utf8") ?? "";
  const entries = new Map<string, Entry>();
  for (const line of lines.split("\0")) {
    const found = /^100\d{3} blob ([\da-f]+) +(\d+)\t(.*)$/s.exec(line);
    const [, id = "", size = "", path = ""] = found ?? [];
    if (found !== null) entries.set(path.slice(prefix.length), { id, size: Number(size) });
  }
  return entries;
}

/** As on disk: no hidden folders, no node_modules, nothing of ours beside a plan. */
function isListed(path: string, below: string): boolean {
  if (below !== "" && !path.startsWith(`${below}/`)) return false;
  const steps = path.slice(below === "" ? 0 : below.length + 1).split("/");
  const name = steps.at(-1) ?? "";
  return isPlanYaml(name) && !steps.some((it) => it.startsWith(".") || it === "node_modules");
}

/** Reads many files in one call; `cat-file --batch` answers `<id> <type> <size>`, the bytes, and a line break. */
function readAll(
  folder: string,
  entries: ReadonlyMap<string, Entry>,
  paths: readonly string[],
  texts: Map<string, Uint8Array>,
): void {
  const wanted = paths.filter((path) => (entries.get(path)?.size ?? 0) <= maxFileSize);
  const ids = wanted.map((path) => entries.get(path)?.id ?? "");
  const bytes = git(folder, ["cat-file", "--batch"], ids.map((id) => `${id}\n`).join(""));
  if (bytes === null) return;
  let at = 0;
  for (const path of wanted) {
    const end = bytes.indexOf(10, at);
    const size = Number(/ (\d+)$/.exec(bytes.toString("utf8", at, end))?.[1]);
    if (end === -1 || Number.isNaN(size)) return;
    texts.set(path, bytes.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
}

/** Whether a file of a folder was there at a ref already; false where the ref is none. */
export function isInTree(folder: string, ref: string, name: string): boolean {
  const commit = commitOf(folder, ref.split(":")[0] ?? "");
  return commit !== null && git(folder, ["cat-file", "-e", `${commit}:./${name}`]) !== null;
}
