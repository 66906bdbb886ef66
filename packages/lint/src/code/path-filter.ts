import picomatch from "picomatch";

/** Whether a path is one of the files, in one of the folders, or matches one of the globs. */
export function createPathFilter(patterns: readonly string[]): (path: string) => boolean {
  const clean = patterns.map((it) => it.replace(/^\.\//, "").replace(/\/$/, ""));
  const plain = new Set(clean.filter((it) => !/[*?{}[\]!()]/.test(it)));
  const globs = clean.filter((it) => !plain.has(it));
  const matches = globs.length > 0 ? picomatch(globs, { dot: true }) : () => false;
  const all = plain.has(".") || plain.has("");
  return (path) => {
    if (all || plain.has(path)) return true;
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
      if (plain.has(path.slice(0, at))) return true;
    return matches(path);
  };
}
