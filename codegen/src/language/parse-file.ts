import type { Diagnostic } from "./diagnostic.js";
import { readDocument } from "./document/read-document.js";
import { type PlanFile, planFile, type RootFile, rootFile } from "./plan-file.js";
import { describeIssues, type ShapeIssue } from "./shape-issue.js";
import { createSource, finding, Located, type Source } from "./source.js";

/** One file of a plan: what it says, where it says it, and what is wrong with it. */
export interface ParsedFile {
  readonly source: Source;
  readonly located: Located;
  /** What it says; entries that are wrong are left out, so that the rest can still be judged. */
  readonly value: RootFile | PlanFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a file of a plan and checks its shape. `isRoot`: it is the one that says `plan:`. */
export function parseFile(path: string, bytes: Uint8Array | string, isRoot: boolean): ParsedFile {
  const { text, root, problems } = readDocument(bytes);
  const source = createSource(path, text);
  const located = new Located(source);
  const found: Diagnostic[] = problems.map(({ code, message, help, start, end }) =>
    finding(code, { file: path, start, end }, message, { help }),
  );
  const empty = isRoot ? emptyRoot : {};
  if (root === null || (root.kind === "scalar" && root.value === null)) {
    if (isRoot && root !== null) found.push(emptyPlan(path));
    return { source, located, value: empty, diagnostics: found };
  }
  const value = located.value(root);
  const issues = shapeIssues(value, isRoot);
  found.push(...describeIssues(issues, value, located));
  return { source, located, value: withoutBroken(value, issues) ?? empty, diagnostics: found };
}

const emptyRoot: RootFile = { plan: "plan" };

function emptyPlan(path: string): Diagnostic {
  return finding("missing-key", { file: path, start: 0, end: 0 }, "The plan is empty.", {
    help: "Start with `plan: <name>` and an event under `events:`, or run `dd0c-track init`.",
  });
}

function shapeIssues(value: unknown, isRoot: boolean): readonly ShapeIssue[] {
  const result = (isRoot ? rootFile : planFile).safeParse(value);
  return result.success ? [] : result.error.issues;
}

/** The value less the entries (`events.x`, `properties.y`, `naming`) in which something is wrong. */
function withoutBroken(value: unknown, issues: readonly ShapeIssue[]): RootFile | PlanFile | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const kept: Record<string, unknown> = { ...value };
  for (const { path, code } of issues) {
    const [section, name] = path;
    if (section === undefined) continue;
    const part = kept[String(section)];
    if (code === "unrecognized_keys" && path.length === 1) continue;
    if (name === undefined || typeof part !== "object" || part === null)
      delete kept[String(section)];
    else delete (part as Record<PropertyKey, unknown>)[name];
  }
  return kept as RootFile | PlanFile;
}
