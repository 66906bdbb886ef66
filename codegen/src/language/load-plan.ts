import type { Diagnostic } from "./diagnostic.js";
import { type ParsedFile, parseFile } from "./parse-file.js";
import { folderOf, isInside, joinPath } from "./path.js";
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
  const plan = load(rootPath, { reader, cache, diagnostics, open: [] });
  return { plan, diagnostics };
}

interface Loading {
  readonly reader: PlanFiles;
  readonly cache: ParseCache;
  readonly diagnostics: Diagnostic[];
  /** Root files of the plans that are being loaded, outermost first. */
  readonly open: readonly string[];
}

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
  const paths = ownPaths(root, value, folder, loading).filter((path) => path !== rootPath);
  const others = paths.flatMap((path) => parse(path, false, loading) ?? []);
  loading.diagnostics.push(...root.diagnostics, ...others.flatMap((file) => file.diagnostics));
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
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** The paths of the plan's other files: what `files:` names, or every YAML file below that is no other plan's. */
function ownPaths(
  root: ParsedFile,
  value: RootFile,
  folder: string,
  loading: Loading,
): readonly string[] {
  if (value.files === undefined)
    return withoutNestedPlans(loading.reader.list(folder), root.source.path);
  const { files } = value;
  const paths = files.flatMap((entry, index) => {
    const span = root.located.keySpan(files, index);
    const path = joinPath(folder, entry);
    if (path === null || !isInside(folder, path)) {
      loading.diagnostics.push(
        outside(
          entry,
          span,
          "the plan's folder",
          "Move the file into the plan's folder, or use `imports:` for another team's plan.",
        ),
      );
      return [];
    }
    const found = /\.ya?ml$/.test(path)
      ? loading.reader.read(path) === null
        ? []
        : [path]
      : loading.reader.list(path);
    if (found.length === 0) {
      loading.diagnostics.push(
        finding("file-not-found", span, `"${entry}" names no plan file.`, {
          help: `It was looked for at ${path}.`,
        }),
      );
    }
    return found;
  });
  return [...new Set(paths)].sort();
}

/** Folders that hold another `plan.yaml` belong to that plan. */
function withoutNestedPlans(paths: readonly string[], rootPath: string): readonly string[] {
  const nested = paths
    .filter(
      (path) =>
        path !== rootPath &&
        /(^|\/)plan\.ya?ml$/.test(path) &&
        folderOf(path) !== folderOf(rootPath),
    )
    .map(folderOf);
  return paths.filter((path) => !nested.some((folder) => isInside(folder, path)));
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
        outside(plan, span, "the workspace", "Import plans from the same workspace."),
      );
    } else if (loading.open.includes(path)) {
      const help = `The way is ${[...loading.open, path].join(" → ")}. Move what both need into a third plan.`;
      loading.diagnostics.push(
        finding("import-cycle", span, `"${name}" imports a plan that imports this one.`, { help }),
      );
    } else if (loading.reader.read(path) === null) {
      loading.diagnostics.push(finding("file-not-found", span, `There is no plan at ${path}.`));
    } else {
      const loaded = load(path, loading);
      if (loaded !== null) imports.set(name, loaded);
    }
  }
  return imports;
}

function outside(entry: string, span: Diagnostic["span"], what: string, help: string): Diagnostic {
  return finding("path-outside-plan", span, `"${entry}" leaves ${what}.`, { help });
}
