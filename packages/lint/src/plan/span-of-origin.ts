import type { Origin, Source, Span } from "@dd0c/track-codegen";

/** The span of an origin: from its first character to the end of the word there. */
export function spanOfOrigin(
  { file, line, column }: Origin,
  sources: ReadonlyMap<string, Source>,
): Span {
  const source = sources.get(file);
  if (source === undefined) return { file, start: 0, end: 0 };
  const start = (source.starts[line - 1] ?? 0) + column - 1;
  const word = /^("[^"\n]*"|'[^'\n]*'|[^\s:,[\]{}]+)/.exec(source.text.slice(start, start + 200));
  return { file, start, end: start + (word?.[0].length ?? 0) };
}
