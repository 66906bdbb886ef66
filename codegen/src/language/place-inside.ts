import type { YamlEntry, YamlNode } from "./document/node.js";
import { lastEntryBefore } from "./last-entry-before.js";

/** Where something is, counted in UTF-16 code units from the file's beginning, end exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a part of a definition stands: `path` leads from the value of the key that begins at
 * `offset` to a key or an item. `of` says whether the key is meant or what stands behind it; a
 * map's is its key, as elsewhere. Null where it is not written there.
 */
export function placeInside(
  root: YamlNode | null,
  offset: number,
  path: readonly (string | number)[],
  of: "key" | "value" = "value",
): Stretch | null {
  let entry: YamlEntry | null = entryAt(root, offset);
  let node: YamlNode | null = entry?.value ?? null;
  for (const step of path) {
    entry = null;
    if (node?.kind === "seq") node = node.items[Number(step)] ?? null;
    else if (node?.kind === "map") {
      entry = node.entries.find(({ key }) => key.source === step) ?? null;
      node = entry?.value ?? null;
    } else return null;
  }
  if (node === null) return null;
  const place = entry !== null && (of === "key" || node.kind === "map") ? entry.key : node;
  return { start: place.start, end: place.end };
}

/** The entry whose key begins at an offset, however deep it stands. */
function entryAt(node: YamlNode | null, offset: number): YamlEntry | null {
  if (node === null || node.kind === "scalar") return null;
  if (node.kind === "seq") {
    const item = node.items.find(({ start, end }) => offset >= start && offset <= end);
    return entryAt(item ?? null, offset);
  }
  const entry = node.entries[lastEntryBefore(node.entries, offset)];
  if (entry === undefined || entry.key.start === offset) return entry ?? null;
  return entryAt(entry.value, offset);
}
