const width = 80;

/** An array literal: on one line where it fits, else one item a line. */
export function listText(items: readonly string[]): string {
  const line = `[${items.join(", ")}]`;
  if (line.length <= width && !line.includes("\n")) return line;
  return `[\n${items.map((item) => `  ${item.replaceAll("\n", "\n  ")},`).join("\n")}\n]`;
}
