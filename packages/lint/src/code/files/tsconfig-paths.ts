import { keyOf, parseJson } from "./json-text.js";
import type { Packages } from "./packages.js";
import { folderOf, join, parentOf } from "./resolver.js";

/** Where a specifier can lead by the `paths` and `baseUrl` that hold in a folder. */
export type PathsOf = (folder: string, specifier: string) => readonly string[];

interface Rules {
  /** Pattern and targets, relative to the root. */
  readonly paths: readonly (readonly [pattern: string, targets: readonly string[]])[];
  readonly baseUrl: string | null;
}

const CONFIG = /(^|\/)(tsconfig[\w.-]*|jsconfig)\.json$/;
const DEEPEST = 8;

/** Reads the nearest configs lazily, each once; `extends` is followed, also into workspace packages. */
export function createPaths(
  files: ReadonlySet<string>,
  read: (file: string) => string | null,
  packages: Packages,
): PathsOf {
  const configs = new Map<string, string[]>();
  for (const file of files)
    if (CONFIG.test(file)) {
      const folder = folderOf(file);
      configs.set(folder, [...(configs.get(folder) ?? []), file]);
    }
  const known = new Map<string, readonly Rules[]>();
  const rulesIn = (folder: string): readonly Rules[] => {
    const before = known.get(folder);
    if (before) return before;
    const own = (configs.get(folder) ?? [])
      .sort()
      .map((it) => rulesOf(files, read, packages, it, 0))
      .filter((it) => it.paths.length > 0 || it.baseUrl !== null);
    const up = parentOf(folder);
    const rules = [...own, ...(up === null ? [] : rulesIn(up))];
    known.set(folder, rules);
    return rules;
  };
  return (folder, specifier) => rulesIn(folder).flatMap((it) => apply(it, specifier));
}

function apply({ paths, baseUrl }: Rules, specifier: string): string[] {
  const result: string[] = [];
  for (const [pattern, targets] of paths) {
    const [head, tail] = pattern.split("*");
    if (head === undefined) continue;
    if (tail === undefined) {
      if (pattern === specifier) result.push(...targets);
    } else if (specifier.startsWith(head) && specifier.endsWith(tail)) {
      const star = specifier.slice(head.length, specifier.length - tail.length);
      result.push(...targets.map((it) => it.replace("*", star)));
    }
  }
  if (baseUrl !== null) result.push(join(baseUrl, specifier));
  return result;
}

function rulesOf(
  files: ReadonlySet<string>,
  read: (file: string) => string | null,
  packages: Packages,
  file: string,
  depth: number,
): Rules {
  const json = parseJson(read(file) ?? "");
  const folder = folderOf(file);
  const options = keyOf(json, "compilerOptions");
  const base = keyOf(options, "baseUrl");
  const baseUrl = typeof base === "string" ? join(folder, base) : null;
  const own = Object.entries(keyOf(options, "paths") ?? {}).map(
    ([pattern, targets]): readonly [string, readonly string[]] => [
      pattern,
      (Array.isArray(targets) ? targets : [])
        .filter((it) => typeof it === "string")
        .map((it: string) => join(baseUrl ?? folder, it)),
    ],
  );
  const parents = [keyOf(json, "extends") ?? []].flat().filter((it) => typeof it === "string");
  const inherited =
    depth > DEEPEST
      ? []
      : parents.flatMap((it) => {
          const parent = parentFile(files, packages, folder, it);
          return parent ? [rulesOf(files, read, packages, parent, depth + 1)] : [];
        });
  return {
    paths: own.length > 0 ? own : inherited.flatMap((it) => it.paths),
    baseUrl: baseUrl ?? inherited.find((it) => it.baseUrl !== null)?.baseUrl ?? null,
  };
}

function parentFile(
  files: ReadonlySet<string>,
  packages: Packages,
  folder: string,
  specifier: string,
): string | null {
  const bases: string[] = [];
  if (specifier.startsWith(".")) bases.push(join(folder, specifier));
  else {
    const parts = specifier.split("/");
    const size = specifier.startsWith("@") ? 2 : 1;
    const found = packages.folderOf(parts.slice(0, size).join("/"));
    if (found !== null) bases.push(join(found, parts.slice(size).join("/")));
  }
  for (const it of bases)
    for (const ending of ["", ".json", "/tsconfig.json"])
      if (files.has(it + ending)) return it + ending;
  return null;
}
