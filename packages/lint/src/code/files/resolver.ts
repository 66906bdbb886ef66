import { createPackages, type Packages } from "./packages.js";
import { createPaths, type PathsOf } from "./tsconfig-paths.js";

const ENDINGS = [
  "",
  ".ts",
  ".tsx",
  ".d.ts",
  ".js",
  ".jsx",
  ".mts",
  ".mjs",
  ".cts",
  ".cjs",
  ".vue",
  ".svelte",
  ".astro",
];
const INDEXES = ENDINGS.slice(1).map((it) => `/index${it}`);
/** What alias prefixes commonly stand for when nothing says so. */
const ALIAS = /^(@|~|~~|@@|\$lib|\$|#|src|app|@app|@src)\//;

/** Finds the file that a specifier means, among the files of the code base; null for what is outside. */
export type Resolve = (from: string, specifier: string) => string | null;

/** Makes a resolver over a list of files. `read` gives the text of a config file. */
export function createResolver(
  files: ReadonlySet<string>,
  read: (file: string) => string | null,
): Resolve {
  const known = new Map<string, string | null>();
  const packages = createPackages(files, read);
  const pathsOf = createPaths(files, read, packages);
  const folders = new Set([...files].flatMap((it) => it.split("/").slice(0, -1)));
  return (from, specifier) => {
    const folder = folderOf(from);
    const key = `${folder}\0${specifier}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = resolve(
      files,
      folders,
      packages,
      pathsOf,
      folder,
      specifier.replace(/(?!^)[?#].*$/, ""),
    );
    known.set(key, found);
    return found;
  };
}

function resolve(
  files: ReadonlySet<string>,
  folders: ReadonlySet<string>,
  packages: Packages,
  pathsOf: PathsOf,
  folder: string,
  specifier: string,
): string | null {
  if (specifier.startsWith(".")) return fileAt(files, join(folder, specifier));
  if (specifier.startsWith("/")) return fileAt(files, specifier.slice(1));
  for (const candidate of pathsOf(folder, specifier)) {
    const found = fileAt(files, candidate);
    if (found) return found;
  }
  for (const candidate of packages.candidates(folder, specifier)) {
    const found = fileAt(files, candidate);
    if (found) return found;
  }
  return byCustom(files, folder, specifier) ?? byFolder(files, folders, folder, specifier);
}

/** `dashboard/store/user`: a bundler's alias for a folder, which stands in one around the file. */
function byFolder(
  files: ReadonlySet<string>,
  folders: ReadonlySet<string>,
  folder: string,
  specifier: string,
): string | null {
  const slash = specifier.indexOf("/");
  if (slash < 1 || !folders.has(specifier.slice(0, slash))) return null;
  for (let here: string | null = folder; here !== null; here = parentOf(here)) {
    const found = fileAt(files, join(here, specifier));
    if (found) return found;
  }
  return null;
}

/** `@/x`, `~/x`, `$lib/x`, `src/x`: looked for from the importing folder up, in it and in its `src`. */
function byCustom(files: ReadonlySet<string>, folder: string, specifier: string): string | null {
  const alias = ALIAS.exec(specifier);
  if (!alias) return null;
  const rest = specifier.slice(alias[0].length);
  const whole = /^(src|app|@app|@src)/.test(specifier) ? [specifier] : [];
  const bases =
    alias[1] === "$lib" ? ["src/lib/", "lib/"] : ["src/", "", "app/", "lib/", "client/"];
  for (let here: string | null = folder; here !== null; here = parentOf(here)) {
    for (const path of [...whole, ...bases.map((it) => it + rest)]) {
      const found = fileAt(files, join(here, path));
      if (found) return found;
    }
  }
  return null;
}

/** The file at a path, with the endings and index files that bundlers try. */
export function fileAt(files: ReadonlySet<string>, path: string): string | null {
  if (path.startsWith("../")) return null;
  for (const ending of ENDINGS) if (files.has(path + ending)) return path + ending;
  const typed = path.replace(/\.([cm]?)jsx?$/, ".$1ts");
  if (typed !== path)
    for (const it of [typed, typed.replace(/ts$/, "tsx")]) if (files.has(it)) return it;
  for (const ending of INDEXES) {
    const at = path === "" ? ending.slice(1) : path + ending;
    if (files.has(at)) return at;
  }
  return null;
}

/** The folder that a path is in; "" for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}

/** The folder above; null above the root. */
export function parentOf(folder: string): string | null {
  return folder === "" ? null : folderOf(folder);
}

/** A path from a folder, without `.` and `..`. */
export function join(folder: string, path: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}
