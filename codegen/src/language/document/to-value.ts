import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from "./node.js";

/** A place in a tree: the node, and its key where it is a map's value. */
export interface YamlPlace {
  readonly key?: YamlScalar;
  readonly node: YamlNode;
}

/** Maps up to this size are searched entry by entry. */
const smallMap = 8;

const indexes: WeakMap<YamlMap, ReadonlyMap<string, YamlEntry>> = new WeakMap();

/**
 * The plain value of a tree, as JSON has it. Objects have no prototype, so no key can mean more
 * than itself; of a key that is there twice, the first counts.
 */
export function toValue(node: YamlNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "seq") return node.items.map(toValue);
  const value: Record<string, unknown> = Object.create(null);
  for (const entry of node.entries) {
    if (!(entry.key.source in value)) value[entry.key.source] = toValue(entry.value);
  }
  return value;
}

/**
 * The place at a path of keys and indexes, so that a diagnostic can point at the key or the value.
 * Where the path leaves the tree: the deepest place on it that exists.
 */
export function nodeAt(root: YamlNode, path: readonly (string | number)[]): YamlPlace {
  let place: YamlPlace = { node: root };
  for (const step of path) {
    const next = stepInto(place.node, step);
    if (next === undefined) break;
    place = next;
  }
  return place;
}

function stepInto(node: YamlNode, step: string | number): YamlPlace | undefined {
  if (node.kind === "map") {
    const entry = findEntry(node, String(step));
    return entry && { key: entry.key, node: entry.value };
  }
  const item = node.kind === "seq" ? node.items[Number(step)] : undefined;
  return item && { node: item };
}

function findEntry(map: YamlMap, source: string): YamlEntry | undefined {
  if (map.entries.length <= smallMap)
    return map.entries.find((entry) => entry.key.source === source);
  let index = indexes.get(map);
  if (index === undefined) {
    index = indexEntries(map);
    indexes.set(map, index);
  }
  return index.get(source);
}

function indexEntries(map: YamlMap): ReadonlyMap<string, YamlEntry> {
  const index = new Map<string, YamlEntry>();
  for (const entry of map.entries) {
    if (!index.has(entry.key.source)) index.set(entry.key.source, entry);
  }
  return index;
}
