// Colours where they are wanted, and text that keeps to its columns.

/** Whether a stream wants colours: NO_COLOR (no-color.org), then FORCE_COLOR, then what it is. */
export function wantsColour(
  { NO_COLOR = "", FORCE_COLOR, TERM } = process.env,
  { isTTY } = process.stdout,
) {
  if (NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTTY === true && TERM !== "dumb";
}

/** Styles by name, each a function from text to text; without colours they change nothing. */
export function createPaint(hasColours) {
  const style = (on, off) => (text) =>
    hasColours ? `\u001b[${on}m${text}\u001b[${off}m` : String(text);
  const colour = (number) => style(`38;5;${number}`, 39);
  return {
    bold: style(1, 22),
    dim: colour(244),
    name: colour(81),
    good: colour(78),
    bad: colour(203),
    raw: colour(209),
    hash: colour(114),
    key: colour(110),
    stages: [39, 44, 78, 214, 205].map(colour),
  };
}

/** How wide a text is on a terminal; everything that we print is one column a character. */
export function widthOf(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a colour is made of.
  return [...text.replace(/\u001b\[[\d;]*m/g, "")].length;
}

export function padEnd(text, width) {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text, width) {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** A horizontal bar of at most `width` columns; whatever is above nothing is seen. */
export function bar(value, most, width) {
  return "▆".repeat(value > 0 ? Math.max(1, Math.round((value / most) * width)) : 0);
}

/** Words in lines of at most `width`; a word that is too long has a line for itself. */
export function wrap(words, width, gap = "  ") {
  const lines = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + gap.length + widthOf(word) <= width)
      lines[lines.length - 1] = `${last}${gap}${word}`;
    else lines.push(word);
  }
  return lines;
}
