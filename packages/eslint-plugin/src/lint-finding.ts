import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createSource, type lintCode, type Source } from "@dd0c/track-lint";

/** A finding as the lint makes it. */
export type LintFinding = ReturnType<typeof lintCode>[number];

/** Texts by path: unsaved ones first, then plans, then the disk. */
export function sourcesOf(
  folder: string,
  plans: ReadonlyMap<string, Source>,
  overlay: ReadonlyMap<string, string>,
): (file: string) => Source | null {
  const read = new Map<string, Source | null>(plans);
  for (const [file, text] of overlay) read.set(file, createSource(file, text));
  return (file) => {
    const known = read.get(file);
    if (known !== undefined) return known;
    const source = onDisk(folder, file);
    read.set(file, source);
    return source;
  };
}

function onDisk(folder: string, file: string): Source | null {
  try {
    return createSource(file, readFileSync(join(folder, file), "utf8"));
  } catch {
    return null;
  }
}
