import type { ResolvedPlan, Source } from "@dd0c/track-codegen";

/**
 * The files of a plan itself, without those of plans that it imports: a file belongs to the nearest
 * root file (one that says `plan:`) in its folder or above.
 */
export function ownSources(
  plan: ResolvedPlan,
  sources: ReadonlyMap<string, Source>,
): ReadonlyMap<string, Source> {
  const home = folderOf(plan.origin.file);
  const roots = [...sources.values()]
    .filter(({ text }) => isRoot(text))
    .map(({ path }) => folderOf(path));
  const nearestFirst = [...new Set(roots)].sort((a, b) => b.length - a.length);
  const ownerOf = (path: string): string =>
    nearestFirst.find((folder) => path.startsWith(folder)) ?? home;
  return new Map([...sources].filter(([path]) => ownerOf(path) === home));
}

function isRoot(text: string): boolean {
  return /^plan:/m.test(text);
}

/** The folder with a slash at its end; empty for the workspace's own. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
