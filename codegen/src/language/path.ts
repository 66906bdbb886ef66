/** The folder of a path: `schema/plan.yaml` → `schema`; a bare name → the empty string. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}

/**
 * `relative` as seen from `folder`, without `.` and `..`; null where it is absolute or climbs out
 * of the folder in which all paths start.
 */
export function joinPath(folder: string, relative: string): string | null {
  if (/^([/\\]|[A-Za-z]:)/.test(relative) || relative.includes("\0")) return null;
  const parts: string[] = [];
  for (const part of `${folder}/${relative.replaceAll("\\", "/")}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

/** Whether `path` is `folder` or lies below it. */
export function isInside(folder: string, path: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
