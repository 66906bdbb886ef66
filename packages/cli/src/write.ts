import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { layOutStage, type Move, type StagedFile } from "./lay-out-stage.js";
import type { WritePlan } from "./write-plan.js";

/** Folders of a run begin with this; a run that was killed may leave one behind. */
const stagePrefix = ".dd0c-track-";

/** A run takes seconds; a folder that is older than this many milliseconds was left behind. */
const staleStageAge = 60_000;

/**
 * Carries out a plan of writes: everything is written to a temporary folder on the same disk, then
 * moved. Where a move fails, those before it are undone. The only place that writes to disk.
 */
export function write(workspace: string, { writes, removals }: WritePlan): void {
  if (writes.length === 0 && removals.length === 0) return;
  removeLeftStages(workspace);
  const stage = mkdtempSync(join(workspace, stagePrefix));
  const undo: (() => void)[] = [];
  try {
    const { files, moves } = layOutStage(workspace, writes, stage);
    writeFiles(files);
    for (const step of moves) {
      move(step);
      undo.push(() => takeBack(step));
    }
    for (const { path, before } of removals) {
      const target = join(workspace, path);
      unlinkSync(target);
      undo.push(() => writeFileSync(target, before));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  for (const { path } of removals) removeEmptyFolder(workspace, dirname(path));
}

function writeFiles(files: readonly StagedFile[]): void {
  const made = new Set<string>();
  for (const { path, text, isInFolder } of files) {
    const folder = dirname(path);
    if (isInFolder && !made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    writeFileSync(path, text);
  }
}

/** Writes a new file for `init`; throws where there is one. */
export function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: "wx" });
}

/** What a rename says of another disk, and of a folder that somebody else made meanwhile. */
const copiedInstead: ReadonlySet<string> = new Set(["EXDEV", "ENOTEMPTY", "EEXIST", "EPERM"]);

/** A rename; a copy where that cannot be. */
function move(step: Move): void {
  try {
    renameSync(step.from, step.to);
  } catch (error) {
    if (!copiedInstead.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    copy(step);
  }
}

function copy(step: Move): void {
  try {
    cpSync(step.from, step.to, { recursive: true });
  } catch (error) {
    takeBack(step);
    throw error;
  }
}

/** Undoes a move. What is not ours in a folder stays. */
function takeBack({ to, before, targets }: Move): void {
  if (before !== null) {
    writeFileSync(to, before);
    return;
  }
  for (const target of targets) rmSync(target, { force: true });
  if (targets[0] === to) return;
  const home = dirname(to);
  for (const target of targets) removeEmptyFolder(home, relative(home, dirname(target)));
}

/** Goes up from a folder and removes what has become empty. */
function removeEmptyFolder(workspace: string, folder: string): void {
  if (folder === "." || folder === "") return;
  try {
    rmdirSync(join(workspace, folder));
  } catch {
    return;
  }
  removeEmptyFolder(workspace, dirname(folder));
}

function removeLeftStages(workspace: string): void {
  const oldest = Date.now() - staleStageAge;
  for (const name of readdirSync(workspace)) {
    if (!name.startsWith(stagePrefix)) continue;
    const path = join(workspace, name);
    if (statSync(path).mtimeMs < oldest) rmSync(path, { recursive: true, force: true });
  }
}

/** Keeps a cache, all of it or nothing; where the disk refuses, the next run is slower, no more. */
export function writeCache(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch {
    rmSync(draft, { force: true });
  }
}

/** Writes a report that was asked for, all of it or nothing, in place of an older one. */
export function writeReport(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * Makes the folder in which `dev` keeps its sessions, out of Git's sight, and removes all but the last
 * `keep` of those in it.
 */
export function makeSessionFolder(folder: string, keep: number): void {
  mkdirSync(folder, { recursive: true });
  const ignore = join(folder, ".gitignore");
  if (!existsSync(ignore)) writeFileSync(ignore, "*\n");
  const sessions = readdirSync(folder).filter((name) => /^\d{4}-[\d-]+T[\d-]+\.duckdb$/.test(name));
  for (const name of sessions.sort().slice(0, Math.max(0, sessions.length - keep))) {
    rmSync(join(folder, name), { force: true });
    rmSync(join(folder, `${name}.wal`), { force: true });
  }
}
