import type { YamlEntry } from "./document/node.js";

/** The index of the last entry of a map whose key begins at or before an offset; -1 where none does. */
export function lastEntryBefore(entries: readonly YamlEntry[], offset: number): number {
  let low = -1;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((entries[middle]?.key.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
