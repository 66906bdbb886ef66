/** Two things that are probably one under two names. */
export interface Rename<Thing> {
  readonly base: Thing;
  readonly head: Thing;
}

/** The most comparisons that are made: a plan rewritten from the ground up has no renames to find. */
const mostComparisons = 250_000;

/**
 * Pairs what is gone with what is new where each is the other's best match, clearly so, and above
 * the threshold. `likeness` is 0 to 1.
 */
export function findRenames<Thing>(
  gone: readonly Thing[],
  fresh: readonly Thing[],
  likeness: (base: Thing, head: Thing) => number,
  threshold: number,
): readonly Rename<Thing>[] {
  if (gone.length * fresh.length > mostComparisons) return [];
  const scores = gone.map((base) => fresh.map((head) => likeness(base, head)));
  const found: Rename<Thing>[] = [];
  for (const [row, base] of gone.entries()) {
    const own = scores[row] ?? [];
    const column = bestOf(own, threshold);
    if (column === null) continue;
    const rivals = scores.map((other) => other[column] ?? 0);
    const head = fresh[column];
    if (bestOf(rivals, threshold) === row && head !== undefined) found.push({ base, head });
  }
  return found;
}

/** The index of the one best score; null where none reaches the threshold, or two are as good. */
function bestOf(scores: readonly number[], threshold: number): number | null {
  const best = Math.max(threshold, ...scores);
  const at = scores.indexOf(best);
  return at === -1 || scores.lastIndexOf(best) !== at ? null : at;
}
