/** The share of words that two lists have in common, 0 to 1. */
export function wordsAlike(a: readonly string[], b: readonly string[]): number {
  const first = new Set(a);
  const second = new Set(b);
  const all = new Set([...a, ...b]);
  const common = [...first].filter((word) => second.has(word));
  return all.size === 0 ? 1 : common.length / all.size;
}

/** A name's words, whatever it is spelt with. */
export function wordsIn(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
