import { positionIn, type Source, type Span } from "@dd0c/track-codegen";
import type { Colours } from "../terminal.js";
import { type Cell, cellsOf } from "./cells.js";

/** How a frame is drawn. */
export interface Look {
  readonly colours: Colours;
  /** Columns there are. */
  readonly width: number;
}

/**
 * The line of a span with a squiggle under it, between its neighbours:
 *
 *     13 │ events:
 *     14 │   Cost.Alerted:
 *        │   ~~~~~~~~~~~~
 *     15 │     description: …
 */
export function codeFrame(source: Source, span: Span, look: Look): readonly string[] {
  if (source.text === "") return [];
  const { line } = positionIn(source, span.start);
  const first = Math.max(1, line - 2);
  const last = Math.min(source.starts.length, line + 1);
  const gutter = String(last).length;
  const room = Math.max(40, look.width - gutter - 6);
  const window = windowAt(source, line, span, room);
  const lines: string[] = [];
  for (let number = first; number <= last; number++) {
    const cells = cut(lineCells(source, number, window.from), room);
    if (number !== line && isBlank(cells) && (number === first || number === last)) continue;
    const bar = look.colours.dim(`${String(number).padStart(gutter + 2)} │ `);
    lines.push((bar + textOf(cells)).trimEnd());
    if (number !== line) continue;
    const rest = look.colours.dim(`${" ".repeat(gutter + 2)} │ `);
    lines.push(rest + look.colours.red(squiggle(cells, span, source, number)));
  }
  return lines;
}

/** Characters of a line that are looked at: more than fit, since some have no width. */
const lookAhead = 400;

/** From which character on lines are shown, so that the span is in sight. */
function windowAt(source: Source, line: number, span: Span, room: number): { from: number } {
  const start = source.starts[line - 1] ?? 0;
  const before = cellsOf(source.text.slice(Math.max(start, span.start - lookAhead), span.start));
  const length = Math.min(span.end - span.start, room >> 1);
  const hidden = span.start - start > lookAhead;
  if (!hidden && widthOf(before) + length <= room - 4) return { from: 0 };
  return { from: Math.max(0, span.start - start - (room >> 2)) };
}

/** A line's cells from a character on; `…` stands for what was left out before it. */
function lineCells(source: Source, number: number, from: number): readonly Cell[] {
  const start = source.starts[number - 1] ?? 0;
  const next = source.starts[number] ?? source.text.length + 1;
  const end = next - 1;
  const shown = source.text.slice(start + from, Math.min(end, start + from + lookAhead));
  const cells = cellsOf(shown.replace(/\r$/, ""), from);
  const left = from > 0 && start + from < end ? [{ text: "…", width: 1, at: from - 1 }] : [];
  const right =
    start + from + lookAhead < end ? [{ text: "…", width: 1, at: Number.POSITIVE_INFINITY }] : [];
  return [...left, ...cells, ...right];
}

/** The cells that fit into `room` columns. */
function cut(cells: readonly Cell[], room: number): readonly Cell[] {
  if (widthOf(cells) <= room) return cells;
  const fitting: Cell[] = [];
  let width = 0;
  for (const cell of cells) {
    if (width + cell.width > room - 1) break;
    fitting.push(cell);
    width += cell.width;
  }
  return [...fitting, { text: "…", width: 1, at: Number.POSITIVE_INFINITY }];
}

function squiggle(cells: readonly Cell[], span: Span, source: Source, line: number): string {
  const start = source.starts[line - 1] ?? 0;
  const before = cells.filter((cell) => cell.at + start < span.start);
  const under = cells.filter((cell) => cell.at + start >= span.start && cell.at + start < span.end);
  return " ".repeat(widthOf(before)) + "~".repeat(Math.max(1, widthOf(under)));
}

const widthOf = (cells: readonly Cell[]): number =>
  cells.reduce((width, cell) => width + cell.width, 0);
const textOf = (cells: readonly Cell[]): string => cells.map((cell) => cell.text).join("");
const isBlank = (cells: readonly Cell[]): boolean => textOf(cells).trim() === "";
