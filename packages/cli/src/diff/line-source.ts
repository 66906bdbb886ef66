import type { Origin, Source, Span } from "@dd0c/track-codegen";

/** More characters than a line that somebody counts columns in. */
const width = 100_000;

/** A source whose text is not known, so that lines and columns of it can be told and no line is shown. */
export function lineSource(path: string, lines: number): Source {
  return { path, text: "", starts: Array.from({ length: lines }, (_, line) => line * width) };
}

/** The span of a place in a source, from its first character to the end of the word there. */
export function spanAt(origin: Origin, source: Source | undefined, path: string): Span {
  const { line, column } = origin;
  if (source === undefined) return { file: path, start: 0, end: 0 };
  const start = (source.starts[line - 1] ?? 0) + column - 1;
  const rest = source.text.slice(start, start + 200);
  const word = /^("[^"\n]*"|'[^'\n]*'|[^\s:,[\]{}]+)/.exec(rest);
  return { file: path, start, end: start + (word?.[0].length ?? 0) };
}
