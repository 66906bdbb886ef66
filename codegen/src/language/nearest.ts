/**
 * The candidate most like `word`: the same letters in another case or with other separators first,
 * then the fewest edits (insert, delete, replace, swap), at most a third of the word, then the one that
 * is longer or shorter at its end (`int`, `minutes`). Null where nothing is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const most = Math.max(1, Math.floor(word.length / 3));
  const plain = bare(word);
  let best: string | null = null;
  let fewest = most + 1;
  const all = [...candidates];
  for (const candidate of all) {
    if (candidate === word) continue;
    if (bare(candidate) === plain) return candidate;
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const edits = editDistance(word, candidate, fewest);
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best ?? sameStart(word, all);
}

/** The only candidate that begins with the word, or with which the word begins; three letters at least. */
function sameStart(word: string, candidates: readonly string[]): string | null {
  const alike = candidates.filter(
    (it) =>
      it !== word &&
      Math.min(it.length, word.length) >= 3 &&
      (it.startsWith(word) || word.startsWith(it)),
  );
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** `Did you mean "x"?`, or null where nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | null {
  const name = nearest(word, candidates);
  return name === null ? null : `Did you mean "${name}"?`;
}

const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Edits from `a` to `b` (optimal string alignment); gives up and returns `limit` once it is reached. */
function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(
        at(previous, j) + 1,
        at(row, j - 1) + 1,
        at(previous, j - 1) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, at(before, j - 2) + 1);
      }
      row.push(edits);
      smallest = Math.min(smallest, edits);
    }
    if (smallest >= limit) return limit;
    before = previous;
    previous = row;
  }
  return at(previous, b.length);
}

const at = (row: readonly number[], index: number): number =>
  row[index] ?? Number.POSITIVE_INFINITY;
