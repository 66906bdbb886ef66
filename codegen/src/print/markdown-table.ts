/** A column: its head, whether its figures stand at the right, whether it goes where all cells are empty. */
export interface Column {
  readonly head: string;
  readonly right?: boolean;
  readonly optional?: boolean;
}

/**
 * A table of Markdown cells, one row a line; nothing where there are no rows. Cells are not padded,
 * so that a new row changes no other line.
 */
export function markdownTable(
  columns: readonly (Column | string)[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) return [];
  const shown = columns
    .map((column, index) => ({
      ...(typeof column === "string" ? { head: column } : column),
      index,
    }))
    .filter(({ optional, index }) => optional !== true || rows.some((row) => row[index] !== ""));
  return [
    line(shown.map(({ head }) => head)),
    line(shown.map(({ right }) => (right === true ? "--:" : ":--"))),
    ...rows.map((row) => line(shown.map(({ index }) => cell(row[index] ?? "")))),
  ];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Markdown that stays in its cell. */
function cell(markdown: string): string {
  const text = markdown.includes("\\|") ? codeAsElements(markdown) : markdown;
  const line = text.includes("\n") ? text.replace(/\s*\n\s*/g, " ") : text;
  return line.includes("|") ? line.replaceAll("|", "\\|") : line;
}

/** Code with a backslash before a pipe becomes an element: renderers disagree on that escape in code. */
function codeAsElements(markdown: string): string {
  const parts = markdown.split(/(`+)/);
  const out: string[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? "";
    const close =
      index % 2 === 1 && !out.at(-1)?.endsWith("\\") ? parts.indexOf(part, index + 1) : -1;
    const code = parts.slice(index + 1, Math.max(close, index + 1)).join("");
    if (close === -1) out.push(part);
    else out.push(code.includes("\\|") ? element(code) : `${part}${code}${part}`);
    if (close !== -1) index = close;
  }
  return out.join("");
}

function element(code: string): string {
  const text = code.trim().replace(/[^\p{L}\p{N} ]/gu, (mark) => `&#${mark.codePointAt(0)};`);
  return `<code>${text}</code>`;
}
