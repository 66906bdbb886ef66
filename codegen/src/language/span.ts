/**
 * A stretch of a plan file. `start` and `end` count UTF-16 code units from the file's beginning
 * (end exclusive); lines and columns are derived where a human reads them, from the file's text.
 */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A place as people say it: line and column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets of the first character of each line; the index from which positions are looked up. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The position of an offset, by binary search in `lineStarts(text)`. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 };
}
