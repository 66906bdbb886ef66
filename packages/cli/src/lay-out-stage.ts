import { lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Write } from "./write-plan.js";

/** What to write below a stage, and what to move from there; all paths are absolute. */
export interface StageLayout {
  readonly files: readonly StagedFile[];
  readonly moves: readonly Move[];
}

/** A file of the stage. */
export interface StagedFile {
  readonly path: string;
  readonly text: string;
  /** Whether it lies in a folder that is moved as a whole. */
  readonly isInFolder: boolean;
}

/** A file, or a folder that is not there yet with all its files, and where it belongs. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** What the file said; null where there was none, and for folders. */
  readonly before: string | null;
  /** The files that come with it, where they belong. */
  readonly targets: readonly string[];
}

/**
 * Where each file lies on the stage. Files of a folder that is not there yet lie as they will lie
 * in it, so that a thousand new files are moved in one step.
 */
export function layOutStage(
  workspace: string,
  writes: readonly Write[],
  stage: string,
): StageLayout {
  const missing = missingFolders(workspace);
  const moves = new Map<string, Move & { readonly targets: string[] }>();
  const files = writes.map(({ path, text, before }, index): StagedFile => {
    const target = join(workspace, path);
    const folder = missing(dirname(target));
    const to = folder ?? target;
    const move = moves.get(to) ?? { from: join(stage, String(index)), to, before, targets: [] };
    moves.set(to, move);
    move.targets.push(target);
    const isInFolder = folder !== null;
    return { path: move.from + target.slice(to.length), text, isInFolder };
  });
  return { files, moves: [...moves.values()] };
}

/** For a folder the highest one at or above it that is not there; null where it is there. */
function missingFolders(workspace: string): (folder: string) => string | null {
  const known = new Map<string, string | null>([[workspace, null]]);
  const highest = (folder: string): string | null => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const isMissing = lstatSync(folder, { throwIfNoEntry: false }) === undefined;
    const answer = isMissing ? (highest(dirname(folder)) ?? folder) : null;
    known.set(folder, answer);
    return answer;
  };
  return highest;
}
