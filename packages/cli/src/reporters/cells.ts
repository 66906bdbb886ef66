/** One character as a terminal shows it: what to print, how wide, and where it came from. */
export interface Cell {
  readonly text: string;
  /** Columns it takes: 0, 1 or 2; a tab takes two. */
  readonly width: number;
  /** UTF-16 offset in the line. */
  readonly at: number;
}

/** A line as cells; control characters are made visible, so that no plan can drive the terminal. */
export function cellsOf(line: string, from = 0): readonly Cell[] {
  const cells: Cell[] = [];
  let at = from;
  for (const character of line) {
    const text = character === "\t" ? "  " : printable(character);
    cells.push({ text, width: character === "\t" ? 2 : widthOf(text), at });
    at += character.length;
  }
  return cells;
}

/** Text without anything that a terminal would obey; line breaks stay. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.charCodeAt(0);
    return code < 32 ? String.fromCharCode(0x2400 + code) : "�";
  });
}

// C0 without the line break, delete, C1, and the marks that reorder text.
const unprintable = /(?!\n)[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

function widthOf(character: string): number {
  if (/^(\p{Mn}|\p{Me}|[\u200B-\u200D]|[\uFE00-\uFE0F])$/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

// East Asian Wide and Fullwidth, and emoji that are shown as pictures.
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]/u;
