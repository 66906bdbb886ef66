import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createSource, type Source } from "@dd0c/track-codegen";

/** Texts of a workspace's files by their paths, read when somebody asks and then kept. */
export function readSources(
  folder: string,
  known: ReadonlyMap<string, Source>,
): (file: string) => Source | null {
  const read = new Map<string, Source | null>(known);
  return (file) => {
    const before = read.get(file);
    if (before !== undefined) return before;
    const source = sourceAt(folder, file);
    read.set(file, source);
    return source;
  };
}

function sourceAt(folder: string, file: string): Source | null {
  try {
    return createSource(file, readFileSync(join(folder, file), "utf8"));
  } catch {
    return null;
  }
}
