/**
 * Where the compiler gets plan files from; the only way in which it meets a disk. Paths use `/` and
 * start at the workspace's folder; the compiler never asks for one that leaves it.
 */
export interface PlanFiles {
  /** Every YAML file in a folder and below, sorted; no hidden folders, no node_modules. */
  list(folder: string): readonly string[];
  /** The bytes of a file, or null where there is none. */
  read(path: string): Uint8Array | string | null;
}

/** Plan files held in memory: path → text. */
export function memoryFiles(texts: Readonly<Record<string, string | Uint8Array>>): PlanFiles {
  const paths = Object.keys(texts).sort();
  return {
    list: (folder) =>
      paths.filter(
        (path) => /\.ya?ml$/.test(path) && (folder === "" || path.startsWith(`${folder}/`)),
      ),
    read: (path) => texts[path] ?? null,
  };
}
