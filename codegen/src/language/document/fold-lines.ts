import { SPACE, TAB } from "./characters.js";
import { decline } from "./decline.js";

/** Where the text of a line ends, without its spaces; refuses tabs there. */
export function trimmedEnd(text: string, from: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > from && text.charCodeAt(end - 1) === SPACE) end -= 1;
  if (end > from && text.charCodeAt(end - 1) === TAB) decline();
  return end;
}

/** What a line break between two offsets folds to: a space, or a line feed for each blank line. */
export function fold(text: string, from: number, to: number): string {
  let breaks = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) {
    breaks += 1;
  }
  return breaks === 1 ? " " : "\n".repeat(breaks - 1);
}

/** The lines of a `>` scalar as its text: broken lines join, indented ones stay as they are. */
export function foldBlock(lines: readonly string[]): string {
  let text = "";
  let separator = "";
  let wasIndented = false;
  for (const line of lines) {
    if (line.charCodeAt(0) === SPACE) {
      if (separator === " ") separator = "\n";
      else if (!wasIndented && separator === "\n") separator = "\n\n";
      text += separator + line;
      separator = "\n";
      wasIndented = true;
    } else if (line === "") {
      if (separator === "\n") text += "\n";
      else separator = "\n";
    } else {
      text += separator + line;
      separator = " ";
      wasIndented = false;
    }
  }
  return text;
}
