/** A version's numbers; null where it is none of semver.org's. */
export function versionParts(version: string): readonly [number, number, number] | null {
  const found = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(version);
  return found === null ? null : [Number(found[1]), Number(found[2]), Number(found[3])];
}

/** Below 0 where `a` comes before `b`; 0 where they are alike, or one of them is no version. */
export function compareVersions(a: string, b: string): number {
  const from = versionParts(a);
  const to = versionParts(b);
  if (from === null || to === null) return 0;
  for (const index of [0, 1, 2] as const)
    if (from[index] !== to[index]) return from[index] - to[index];
  return 0;
}
