import type { YamlEntry, YamlNode, YamlProblem } from "./document/node.js";
import { lastEntryBefore } from "./last-entry-before.js";
import { positionIn, type Source } from "./source.js";

/** UTF-16 offsets of a stretch of a file's text: its first character, and the one after its last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where wrong YAML leaves open what was meant: the line of each mistake, and the definition around
 * it (`events › order.paid`). What else would be found there follows from the mistake, or is told
 * once it is mended.
 */
export function damagedIn(
  source: Source,
  root: YamlNode | null,
  problems: readonly YamlProblem[],
): readonly Stretch[] {
  return problems
    .filter(({ code }) => code === "yaml-syntax" || code === "yaml-alias")
    .flatMap(({ start }) => [lineAround(source, start), ...definitionAround(root, start, source)]);
}

/** Whether an offset is in one of the stretches. */
export function isDamaged(stretches: readonly Stretch[], offset: number): boolean {
  return stretches.some(({ start, end }) => offset >= start && offset < end);
}

function lineAround(source: Source, offset: number): Stretch {
  const { line } = positionIn(source, offset);
  return {
    start: source.starts[line - 1] ?? 0,
    end: source.starts[line] ?? source.text.length + 1,
  };
}

/** The entry of a section that an offset is in; the section itself where it holds no entries. */
function definitionAround(
  root: YamlNode | null,
  offset: number,
  { text }: Source,
): readonly Stretch[] {
  const section = entryAround(root, offset, text.length + 1);
  if (section === null) return [];
  const entry = entryAround(section.entry.value, offset, section.end);
  const { start } = (entry ?? section).entry.key;
  return [{ start, end: (entry ?? section).end }];
}

/** The last entry that begins at or before an offset, and where the one after it begins. */
function entryAround(
  node: YamlNode | null,
  offset: number,
  last: number,
): { readonly entry: YamlEntry; readonly end: number } | null {
  if (node?.kind !== "map") return null;
  const at = lastEntryBefore(node.entries, offset);
  const entry = node.entries[at];
  return entry === undefined ? null : { entry, end: node.entries[at + 1]?.key.start ?? last };
}
