import type { QueryResult } from "@dd0c/track-live";
import { printable } from "../reporters/cells.js";
import type { Terminal } from "../terminal.js";

/** Columns of one cell; what is longer is cut on a terminal. */
const widest = 60;

/** A query's result as a table for people: numbers to the right, nulls as a dash. */
export function printTable({ columns, rows }: QueryResult, { out, colours }: Terminal): void {
  const cells = rows.map((row) => row.map(cellText));
  const widths = columns.map((name, at) =>
    Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const isNumeric = columns.map((_, at) =>
    cells.every((row) => /^(?:-?[\d.]+|–)$/.test(row[at] ?? "")),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) =>
        isNumeric[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("──");
  out(`${[colours.bold(line(columns)), colours.dim(rule), ...cells.map(line)].join("\n")}\n`);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "–";
  const text = printable(typeof value === "string" ? value : JSON.stringify(value));
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}
