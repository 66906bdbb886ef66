import type { Diagnostic } from "./diagnostic.js";
import { ownPaths, pathOutside } from "./own-paths.js";
import { type ParsedFile, parseFile } from "./parse-file.js";
import { folderOf, joinPath } from "./path.js";
import type { RootFile } from "./plan-file.js";
import type { PlanFiles } from "./plan-files.js";
import { finding } from "./source.js";

/** A plan as written: its root file, its other files, and the plans it imports. */
export interface LoadedPlan {
  readonly root: ParsedFile & { readonly value: RootFile };
  /** Every file, the root first, then by path. */
  readonly files: readonly ParsedFile[];
  /** Imported plans by their short names. */
  readonly imports: ReadonlyMap<string, LoadedPlan>;
  /** The plan's folder. */
  readonly folder: string;
  readonly reader: PlanFiles;
}

/** Files parsed before, by path; a file whose bytes are the same is not parsed again. */
export type ParseCache = Map<
  string,
  { readonly bytes: Uint8Array | string; readonly isRoot: boolean; readonly file: ParsedFile }
>;

/** Reads a plan and everything that belongs to it. Findings of the files themselves are in the files. */
export function loadPlan(
  rootPath: string,
  reader: PlanFiles,
  cache: ParseCache = new Map(),
): { readonly plan: LoadedPlan | null; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const path = joinPath("", rootPath) ?? rootPath;
  const plan = load(path, { reader, cache, diagnostics, open: [], count: { plans: 0 } });
  return { plan, diagnostics };
}

interface Loading {
  readonly reader: PlanFiles;
  readonly cache: ParseCache;
  readonly diagnostics: Diagnostic[];
  /** Root files of the plans that are being loaded, outermost first. */
  readonly open: readonly string[];
  /** How many plans were loaded, each time that one is imported. */
  readonly count: { plans: number };
}

/** Plans that one plan may bring along, imports of imports counted each time: they multiply. */
const mostPlans = 100;

function load(rootPath: string, loading: Loading): LoadedPlan | null {
  const root = parse(rootPath, true, loading);
  if (root === null) {
    const span = { file: rootPath, start: 0, end: 0 };
    const help = "Run `dd0c-track init` to start a plan, or name the plan's root file.";
    loading.diagnostics.push(
      finding("file-not-found", span, `There is no plan at ${rootPath}.`, { help }),
    );
    return null;
  }
  const folder = folderOf(rootPath);
  const value = root.value as RootFile;
  const paths = ownPaths(root, value, loading.reader, loading.diagnostics);
  const others = paths.flatMap((path) => parse(path, false, loading) ?? []);
  for (const file of [root, ...others])
    for (const diagnostic of file.diagnostics) loading.diagnostics.push(diagnostic);
  const imports = loadImports(root, value, folder, {
    ...loading,
    open: [...loading.open, rootPath],
  });
  return {
    root: { ...root, value },
    files: [root, ...others],
    imports,
    folder,
    reader: loading.reader,
  };
}

function parse(path: string, isRoot: boolean, { reader, cache }: Loading): ParsedFile | null {
  const bytes = reader.read(path);
  if (bytes === null) return null;
  const known = cache.get(path);
  if (known !== undefined && known.isRoot === isRoot && sameBytes(known.bytes, bytes))
    return known.file;
  const file = parseFile(path, bytes, isRoot);
  cache.set(path, { bytes, isRoot, file });
  return file;
}

function sameBytes(a: Uint8Array | string, b: Uint8Array | string): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

function loadImports(
  root: ParsedFile,
  value: RootFile,
  folder: string,
  loading: Loading,
): ReadonlyMap<string, LoadedPlan> {
  const imports = new Map<string, LoadedPlan>();
  const section = value.imports ?? {};
  for (const [name, { plan }] of Object.entries(section)) {
    const span = root.located.valueSpan(section[name] ?? section, "plan");
    const path = joinPath(folder, plan);
    if (path === null) {
      loading.diagnostics.push(
        pathOutside(plan, span, "the workspace", "Import plans from the same workspace."),
      );
    } else if (loading.open.includes(path)) {
      const help = `The way is ${[...loading.open, path].join(" → ")}. Move what both need into a third plan.`;
      loading.diagnostics.push(
        finding("import-cycle", span, `"${name}" imports a plan that imports this one.`, { help }),
      );
    } else if (loading.reader.read(path) === null) {
      loading.diagnostics.push(finding("file-not-found", span, `There is no plan at ${path}.`));
    } else if (++loading.count.plans > mostPlans) {
      loading.diagnostics.push(
        finding("plan-too-large", span, `More than ${mostPlans} plans are imported.`, {
          help: "Plans that plans import count each time. Import what you need directly.",
        }),
      );
      break;
    } else {
      const loaded = load(path, loading);
      if (loaded !== null) imports.set(name, loaded);
    }
  }
  return imports;
}
