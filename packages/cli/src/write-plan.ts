import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { type Diagnostic, finding, isInside, joinPath, type Span } from "@dd0c/track-codegen";
import { fileLook, folderLook } from "./folder-look.js";
import { findStaleFiles, isGenerated } from "./generated-files.js";

/** A file that is to be, with the output it comes from. */
export interface WantedFile {
  /** Relative to the workspace's folder. */
  readonly path: string;
  readonly text: string;
}

/** Everything that has to happen on disk; computed without touching it. */
export interface WritePlan {
  readonly writes: readonly Write[];
  readonly removals: readonly Removal[];
  readonly unchanged: number;
}

/** A file that is new or different. */
export interface Write extends WantedFile {
  /** What it says now; null where there is no such file. */
  readonly before: string | null;
}

/** A file that was generated once and no longer is. */
export interface Removal {
  readonly path: string;
  readonly before: string;
}

/** What one output of the config asks for. */
export interface WantedOutput {
  readonly to: string;
  readonly span: Span;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** The wanted files of all outputs by path; findings where they leave their folder or collide. */
export function wantedFiles(outputs: readonly WantedOutput[]): {
  readonly files: readonly WantedFile[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const byPath = new Map<string, WantedFile & { readonly span: Span }>();
  const diagnostics: Diagnostic[] = [];
  for (const { to, span, files } of outputs) {
    for (const file of files) {
      const path = joinPath(to, file.path);
      if (path === null || path === to || !isInside(to, path)) {
        diagnostics.push(leavesFolder(file.path, to, span));
        continue;
      }
      const other = byPath.get(path.toLowerCase());
      if (other !== undefined) diagnostics.push(writtenTwice(path, other, span));
      else byPath.set(path.toLowerCase(), { path, text: file.text, span });
    }
  }
  const files = [...byPath.values()].map(({ path, text }) => ({ path, text }));
  return { files, diagnostics };
}

function leavesFolder(path: string, to: string, span: Span): Diagnostic {
  return finding("output-outside-folder", span, `The emitter's file "${path}" leaves ${to}.`, {
    help: "An emitter's paths are relative to its own folder; this is the emitter's mistake.",
  });
}

function writtenTwice(path: string, other: WantedFile & { span: Span }, span: Span): Diagnostic {
  return finding("output-collision", span, `Two outputs write ${path}.`, {
    help: "Give one of them another folder in `to:`.",
    related: [{ message: `The other is ${other.path}, from here.`, span: other.span }],
  });
}

/**
 * Files as they were when last read or written, by path. One that is to stay as it was is not looked
 * at, as long as there is a file; one of the same size and time is not read again.
 */
export type DiskMemory = Map<
  string,
  { readonly size: number; readonly time: number; readonly text: string }
>;

/** Compares what is wanted with what is there. Reads, never writes. */
export function planWrites(
  workspace: string,
  files: readonly WantedFile[],
  owned: { readonly folders: readonly string[]; readonly plans: ReadonlySet<string> },
  memory: DiskMemory = new Map(),
): WritePlan {
  const writes: Write[] = [];
  let unchanged = 0;
  const isThere = folderLook();
  const isFile = fileLook();
  for (const file of files) {
    const path = join(workspace, file.path);
    if (memory.get(path)?.text === file.text && isFile(path)) {
      unchanged += 1;
      continue;
    }
    const before = isThere(dirname(path)) ? readIfThere(path, memory) : null;
    if (before === null || !sameText(before, file.text)) writes.push({ ...file, before });
    else unchanged += 1;
  }
  const wanted = new Set(files.map(({ path }) => path));
  const removals = findStaleFiles(workspace, owned, wanted);
  return { writes, removals, unchanged };
}

/** Keeps in mind what was just written, so that it need not be read. */
export function rememberWritten(
  workspace: string,
  { writes }: WritePlan,
  memory: DiskMemory,
): void {
  for (const { path, text } of writes) {
    const { size, mtimeMs: time } = statSync(join(workspace, path));
    memory.set(join(workspace, path), { size, time, text });
  }
}

/** A checkout with Windows line breaks is not stale. */
function sameText(before: string, text: string): boolean {
  if (before === text) return true;
  return before.length > text.length && before.replaceAll("\r\n", "\n") === text;
}

function readIfThere(path: string, memory: DiskMemory): string | null {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  if (facts?.isFile() !== true) return null;
  const { size, mtimeMs: time } = facts;
  const known = memory.get(path);
  if (known?.size === size && known.time === time) return known.text;
  const text = readFileSync(path, "utf8");
  memory.set(path, { size, time, text });
  return text;
}

/** Why a plan of writes cannot be carried out: something that nobody generated is in the way. */
export function obstacles(
  workspace: string,
  { writes }: WritePlan,
  span: Span,
): readonly Diagnostic[] {
  const home = realpathSync(workspace);
  const checked = new Set<string>();
  const isThere = folderLook();
  return writes.flatMap(({ path, text, before }) => {
    if (before !== null && isGenerated(path, text) && !isGenerated(path, before)) {
      return [inTheWay(path, "was not generated", span)];
    }
    const target = join(home, path);
    const folder = dirname(target);
    if (before === null && isThere(folder) && isFolder(target)) {
      return [inTheWay(path, "is a folder", span)];
    }
    if (checked.has(folder)) return [];
    checked.add(folder);
    const real = realpathSync(existing(folder));
    if (real === home || real.startsWith(home + sep)) return [];
    return [inTheWay(path, "lies behind a link that leaves the workspace", span)];
  });
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function existing(folder: string): string {
  return lstatSync(folder, { throwIfNoEntry: false }) === undefined
    ? existing(dirname(folder))
    : folder;
}

function inTheWay(path: string, why: string, span: Span): Diagnostic {
  return finding("file-in-the-way", span, `${path} would be overwritten, but it ${why}.`, {
    help: "Move it away, or choose another folder in `to:`.",
  });
}
