import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { configName } from "./config-file.js";
import type { Removal } from "./write-plan.js";

/** Characters in which a header must appear: it is the first line, or near the top of a JSON file. */
const headLength = 2048;

/** The plan that a generated file's header names; null where the file carries no header of ours. */
export function sourcePlan(path: string, text: string): string | null {
  const head = text.slice(0, headLength);
  const lines = head.split("\n");
  const first = /\.json$/.test(path)
    ? lines.find((line) => line.includes('"$comment"'))
    : /\.mdx?$/.test(path)
      ? lines.find((line) => line.startsWith("<!--"))
      : lines[0];
  return /Generated from (.+?) by `dd0c-track generate`/.exec(first ?? "")?.[1] ?? null;
}

/** Whether a file carries our header, so that we may replace or remove it. */
export function isGenerated(path: string, text: string): boolean {
  return sourcePlan(path, text) !== null;
}

/**
 * Files below the outputs' folders that were generated from one of these plans, and that nothing
 * makes any more. Folders with a config of their own belong to that config.
 */
export function findStaleFiles(
  workspace: string,
  owned: { readonly folders: readonly string[]; readonly plans: ReadonlySet<string> },
  wanted: ReadonlySet<string>,
): readonly Removal[] {
  const found = new Map<string, Removal>();
  // On a disk that does not tell case apart, a file that changed only its case is not stale.
  const kept = new Set([...wanted].map((path) => path.toLowerCase()));
  const visit = (folder: string, isTop: boolean): void => {
    const entries = entriesOf(join(workspace, folder));
    if (!isTop && entries.some(({ name }) => name === configName)) return;
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path, false);
      else if (entry.isFile() && !kept.has(path.toLowerCase()) && !found.has(path)) {
        const plan = sourcePlan(path, headOf(join(workspace, path)));
        if (plan === null || !owned.plans.has(plan)) continue;
        found.set(path, { path, before: readFileSync(join(workspace, path), "utf8") });
      }
    }
  };
  for (const folder of owned.folders) visit(folder, true);
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function headOf(file: string): string {
  const handle = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(headLength);
    return bytes.toString("utf8", 0, readSync(handle, bytes, 0, headLength, 0));
  } finally {
    closeSync(handle);
  }
}
