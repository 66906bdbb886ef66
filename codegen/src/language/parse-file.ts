import { damagedIn, isDamaged, type Stretch } from "./damage.js";
import type { Diagnostic } from "./diagnostic.js";
import { maxProblems } from "./document/limits.js";
import type { YamlNode } from "./document/node.js";
import { readDocument } from "./document/read-document.js";
import { fits } from "./fits.js";
import { leaveOutBroken } from "./leave-out-broken.js";
import { type PlanFile, planFile, type RootFile, rootFile, rootSections } from "./plan-file.js";
import { setExtensionsAside } from "./set-extensions-aside.js";
import { describeIssues, type ShapeIssue } from "./shape-issue.js";
import type { FileShape } from "./shape-place.js";
import { createSource, finding, Located, type Source } from "./source.js";

/** One file of a plan: what it says, where it says it, and what is wrong with it. */
export interface ParsedFile {
  readonly source: Source;
  readonly located: Located;
  /** The tree that it was read as; null where there is none. */
  readonly root: YamlNode | null;
  /** What it says; entries that are wrong are left out, so that the rest can still be judged. */
  readonly value: RootFile | PlanFile;
  readonly diagnostics: readonly Diagnostic[];
  /** Where its YAML is wrong: what is found in there besides is no finding. */
  readonly damaged: readonly Stretch[];
}

/** Reads a file of a plan and checks its shape. `isRoot`: it is the one that says `plan:`. */
export function parseFile(path: string, bytes: Uint8Array | string, isRoot: boolean): ParsedFile {
  const { text, root, problems } = readDocument(bytes);
  const source = createSource(path, text);
  const located = new Located(source);
  const found: Diagnostic[] = problems.map(({ code, message, help, start, end }) =>
    finding(code, { file: path, start, end }, message, { help }),
  );
  const last = problems[maxProblems - 1];
  if (last !== undefined)
    found.push(leftOut({ ...last, file: path }, "Mistakes of the file after this one"));
  const empty = isRoot ? emptyRoot : {};
  const damaged = damagedIn(source, root, problems);
  if (root === null || isEmpty(root)) {
    if (isRoot && root !== null) found.push(emptyPlan(path));
    return { source, located, root, value: empty, diagnostics: found, damaged };
  }
  const value = located.value(root);
  found.push(...located.notFinite.slice(0, maxProblems).map(notFinite));
  const schema = isRoot ? rootFile : planFile;
  const judge = (): readonly ShapeIssue[] =>
    fits(schema, value) ? [] : (schema.safeParse(value).error?.issues ?? []);
  const issues = setExtensionsAside(value, located, judge);
  // Where the text itself is wrong (an alias, say), what it might have meant is not judged as well.
  const broken = new Set(found.map(({ span }) => span.start));
  const isSaid = ({ span: { start } }: Diagnostic): boolean =>
    broken.has(start) || isDamaged(damaged, start);
  const further = isRoot ? undefined : furtherFile;
  const shape = describeIssues(issues.slice(0, maxProblems), value, located, further);
  const diagnostics = [...found, ...shape.filter((it) => !isSaid(it))];
  const [next] = describeIssues(issues.slice(maxProblems).slice(0, 1), value, located, further);
  if (next !== undefined)
    diagnostics.push(
      leftOut(next.span, `${issues.length - maxProblems} more mistakes of this file`),
    );
  return {
    source,
    located,
    root,
    value: (leaveOutBroken(value, issues, judge) as RootFile | PlanFile | null) ?? empty,
    diagnostics,
    damaged,
  };
}

const furtherFile: FileShape = {
  schema: planFile,
  name: "this file",
  elsewhere: {
    keys: new Set(Object.keys(rootSections)),
    where: "the plan's root file, the one that says `plan:`",
  },
};

const emptyRoot: RootFile = { plan: "plan" };

function isEmpty(root: YamlNode): boolean {
  return root.kind === "scalar" && root.value === null;
}

function emptyPlan(path: string): Diagnostic {
  return finding("missing-key", { file: path, start: 0, end: 0 }, "The plan is empty.", {
    help: "Start with `plan: <name>` and an event under `events:`, or run `dd0c-track init`.",
  });
}

function leftOut({ file, start, end }: Diagnostic["span"], what: string): Diagnostic {
  return finding("findings-left-out", { file, start, end }, `${what} are not shown.`, {
    help: "Mend those that are shown, or what made the file, and check again.",
  });
}

function notFinite(span: Diagnostic["span"]): Diagnostic {
  return finding("wrong-value", span, "This is no number that can be written down as JSON.", {
    help: "Write a finite number, or put the word in quotes.",
  });
}
