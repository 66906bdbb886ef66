import { keyOf, parseJson } from "./json-text.js";
import { folderOf, join, parentOf } from "./resolver.js";

/** A package of the code base. */
interface Package {
  readonly folder: string;
  readonly json: unknown;
}

/** The packages of a workspace, by name. */
export interface Packages {
  /** Where a specifier's file could be, best first. */
  candidates(folder: string, specifier: string): readonly string[];
  folderOf(name: string): string | null;
}

/** Reads every `package.json` among the files. */
export function createPackages(
  files: ReadonlySet<string>,
  read: (file: string) => string | null,
): Packages {
  const byName = new Map<string, Package>();
  const byFolder = new Map<string, Package>();
  for (const file of files) {
    if (!/(^|\/)package\.json$/.test(file)) continue;
    const json = parseJson(read(file) ?? "");
    const name = keyOf(json, "name");
    const found: Package = { folder: folderOf(file), json };
    byFolder.set(found.folder, found);
    if (typeof name === "string" && !byName.has(name)) byName.set(name, found);
  }
  return {
    folderOf: (name) => byName.get(name)?.folder ?? null,
    candidates(folder, specifier) {
      if (specifier.startsWith("#")) return privateImports(byFolder, folder, specifier);
      const parts = specifier.split("/");
      const name = parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
      const found = byName.get(name);
      return found ? inPackage(found, specifier.slice(name.length + 1)) : [];
    },
  };
}

/** Files that a subpath of a package can be: by its exports, read back from `dist` to `src`, else by name. */
function inPackage({ folder, json }: Package, subpath: string): string[] {
  const exported = exportedPaths(keyOf(json, "exports"), subpath === "" ? "." : `./${subpath}`);
  const main =
    subpath === ""
      ? ["source", "module", "types", "typings", "main"].map((it) => keyOf(json, it))
      : [];
  const given = [...exported, ...main].filter((it): it is string => typeof it === "string");
  const guesses =
    subpath === ""
      ? ["src/index", "src", "index", "lib/index", "src/main"]
      : [subpath, `src/${subpath}`, `lib/${subpath}`];
  return [...given.flatMap(sources), ...guesses].map((it) => join(folder, it));
}

/** The paths behind an entry of `exports` or `imports`, whatever its conditions. */
function exportedPaths(map: unknown, key: string): string[] {
  if (typeof map === "string") return key === "." ? [map] : [];
  if (typeof map !== "object" || map === null) return [];
  const entries = Object.entries(map);
  const isPaths = entries.some(([it]) => it.startsWith(".") || it.startsWith("#"));
  if (!isPaths) return key === "." ? leaves(map) : [];
  const exact = keyOf(map, key);
  if (exact !== undefined) return leaves(exact);
  for (const [pattern, value] of entries) {
    const [head, tail] = pattern.split("*");
    if (head === undefined || tail === undefined) continue;
    if (!key.startsWith(head) || !key.endsWith(tail)) continue;
    const star = key.slice(head.length, key.length - tail.length);
    return leaves(value).map((it) => it.replaceAll("*", star));
  }
  return [];
}

function leaves(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** A built file and the sources it can come from. */
function sources(path: string): string[] {
  const bare = path.replace(/^\.\//, "");
  const source = bare.replace(/\.d\.([cm]?)ts$/, ".$1ts").replace(/\.([cm]?)js(x?)$/, ".$1ts$2");
  const moved = source.replace(/^(dist|build|lib|out|esm|cjs)\/((esm|cjs|types|src)\/)?/, "src/");
  const stem = moved.replace(/\.[cm]?tsx?$/, "");
  return [bare, source, moved, stem, stem.replace(/^src\//, "")];
}

function privateImports(
  byFolder: ReadonlyMap<string, Package>,
  folder: string,
  specifier: string,
): string[] {
  for (let here: string | null = folder; here !== null; here = parentOf(here)) {
    const found = byFolder.get(here);
    if (!found) continue;
    const base = here;
    return exportedPaths(keyOf(found.json, "imports"), specifier)
      .flatMap(sources)
      .map((it) => join(base, it));
  }
  return [];
}
