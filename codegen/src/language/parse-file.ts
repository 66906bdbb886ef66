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
  // Where the text itself is wrong (an alias, say), what it might have meant is not judged as well.
  const broken = new Set(problems.map(({ start }) => start));
  found.push(
    ...describeIssues(issues, value, located).filter(({ span }) => !broken.has(span.start)),
  );
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

/**
 * The value with what is wrong taken out, as little as possible, so that the rest can still be
 * judged: a property becomes one that may be anything, a key goes, a missing text becomes "…".
 */
function withoutBroken(value: unknown, issues: readonly ShapeIssue[]): RootFile | PlanFile | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  for (const issue of issues) repair(value, issue);
  return value as RootFile | PlanFile;
}

function repair(file: object, { path, code }: ShapeIssue): void {
  const property = path.findIndex(
    (step, index) => propertySections.has(String(step)) && index + 1 < path.length,
  );
  if (property !== -1) replace(file, path.slice(0, property + 2), anything);
  else if (code === "unrecognized_keys") return;
  else if (path.length > 2 && path[2] === "description") replace(file, path, "…");
  else if (path.length > 2 && path[0] === "events") replace(file, path.slice(0, 3), undefined);
  else replace(file, path.slice(0, 2), undefined);
}

/** Sections whose entries are properties. */
const propertySections: ReadonlySet<string> = new Set([
  "properties",
  "types",
  "traits",
  "super_properties",
]);

/** Stands in for a property that could not be understood. */
const anything = { type: "json_schema", schema: {} };

/** Sets or (undefined) deletes what stands at a path. */
function replace(file: object, path: readonly PropertyKey[], replacement: unknown): void {
  let owner: object = file;
  for (const step of path.slice(0, -1)) {
    const next: unknown = Reflect.get(owner, step);
    if (typeof next !== "object" || next === null) return;
    owner = next;
  }
  const [last = ""] = path.slice(-1);
  if (replacement === undefined) Reflect.deleteProperty(owner, last);
  else Reflect.set(owner, last, replacement);
}
