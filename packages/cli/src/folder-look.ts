import { lstatSync } from "node:fs";

/** Says whether there is anything at a folder's path, looking once at each: what would be in a folder that is not there need not be looked for. */
export function folderLook(): (folder: string) => boolean {
  const known = new Map<string, boolean>();
  return (folder) => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const isThere = lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
    known.set(folder, isThere);
    return isThere;
  };
}
