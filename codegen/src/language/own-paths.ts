import type { Diagnostic } from "./diagnostic.js";
import type { ParsedFile } from "./parse-file.js";
import { folderOf, isInside, joinPath } from "./path.js";
import type { RootFile } from "./plan-file.js";
import type { PlanFiles } from "./plan-files.js";
import { finding } from "./source.js";

/**
 * The paths of a plan's files beside its root, sorted: what `files:` names, or every YAML file below
 * the root's folder that is no other plan's.
 */
export function ownPaths(
  root: ParsedFile,
  { files }: RootFile,
  reader: PlanFiles,
  diagnostics: Diagnostic[],
): readonly string[] {
  const rootPath = root.source.path;
  const folder = folderOf(rootPath);
  const paths =
    files === undefined
      ? withoutNestedPlans(reader.list(folder), rootPath)
      : files.flatMap((entry, index) => {
          const span = root.located.keySpan(files, index);
          const found = namedPaths(entry, folder, rootPath, reader);
          if (!("path" in found)) return found;
          diagnostics.push(notFound(entry, found.path, span));
          return [];
        });
  return [...new Set(paths)].filter((path) => path !== rootPath).sort();
}

/** The files that one entry of `files:` names; where there are none, where they were looked for. */
function namedPaths(
  entry: string,
  folder: string,
  rootPath: string,
  reader: PlanFiles,
): readonly string[] | { readonly path: string | null } {
  const path = joinPath(folder, entry);
  if (path === null || !isInside(folder, path)) return { path: null };
  if (/\.ya?ml$/.test(path)) return reader.read(path) === null ? { path } : [path];
  const paths = withoutNestedPlans(reader.list(path), rootPath);
  return paths.length === 0 ? { path } : paths;
}

function notFound(entry: string, path: string | null, span: Diagnostic["span"]): Diagnostic {
  if (path !== null)
    return finding("file-not-found", span, `"${entry}" names no plan file.`, {
      help: `It was looked for at ${path}.`,
    });
  return pathOutside(
    entry,
    span,
    "the plan's folder",
    "Move the file into the plan's folder, or use `imports:` for another team's plan.",
  );
}

/** A finding: a path that leads out of where it may. */
export function pathOutside(
  entry: string,
  span: Diagnostic["span"],
  what: string,
  help: string,
): Diagnostic {
  return finding("path-outside-plan", span, `"${entry}" leaves ${what}.`, { help });
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
