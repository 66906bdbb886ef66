import type { Origin, Source } from "@dd0c/track-codegen";

/**
 * The text of a key and its value, from an origin on: in block style as far as lines are indented
 * deeper than the key, in flow style up to the comma or bracket that ends it.
 */
export function writtenAt(
  { file, line, column }: Origin,
  sources: ReadonlyMap<string, Source>,
): string {
  const source = sources.get(file);
  const lineStart = source?.starts[line - 1];
  if (source === undefined || lineStart === undefined) return "";
  const start = lineStart + column - 1;
  const before = source.text.slice(lineStart, start);
  return /^[\s-]*$/.test(before) ? block(source, line, column, start) : flow(source.text, start);
}

function block({ text, starts }: Source, line: number, column: number, start: number): string {
  let end = line;
  for (; end < starts.length; end++) {
    const from = starts[end] ?? text.length;
    const shown = text.slice(from, starts[end + 1] ?? text.length);
    if (shown.trim() !== "" && shown.length - shown.trimStart().length < column) break;
  }
  return text.slice(start, starts[end] ?? text.length);
}

/** No flow collection that people write is longer. */
const farthest = 4000;

function flow(text: string, start: number): string {
  let depth = 0;
  let quote = "";
  const most = Math.min(text.length, start + farthest);
  for (let at = start; at < most; at++) {
    const character = text.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || (character === "'" && /[\s,[{:]/.test(text.charAt(at - 1)))) {
      quote = character;
    } else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
    if (depth < 0 || (depth === 0 && quote === "" && character === ","))
      return text.slice(start, at);
  }
  return text.slice(start, most);
}
