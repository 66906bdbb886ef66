/** Where something is written: the file (relative to the plan's folder's parent), line and column, from 1. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
