import {
  type Diagnostic,
  type Position,
  positionIn,
  type Source,
  type Span,
} from "@dd0c/track-codegen";

/** What a reporter gets: findings of any number of plans, with their texts. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic<string>[];
  /** Every file that was read, by the path that spans name. */
  readonly sources: ReadonlyMap<string, Source>;
  /** A path as seen from where the reader stands. */
  readonly shown: (path: string) => string;
  /** The most that a person is shown at once; all unless told. */
  readonly most?: number;
}

/** Where a span begins and ends, as people and editors count: from 1, the end exclusive. */
export interface Place {
  readonly start: Position;
  readonly end: Position;
}

/** A span's place; the file's beginning where its text is not known. */
export function placeOf(span: Span, sources: Findings["sources"]): Place {
  const source = sources.get(span.file);
  const first = { line: 1, column: 1 };
  if (source === undefined) return { start: first, end: first };
  return { start: positionIn(source, span.start), end: positionIn(source, span.end) };
}

/** How many findings of each severity there are, and in how many files. */
export function countFindings({ diagnostics }: Pick<Findings, "diagnostics">): {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly files: number;
} {
  const count = (severity: string): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    files: new Set(diagnostics.map(({ span }) => span.file)).size,
  };
}

/** `2 errors, 1 warning in 3 files`. */
export function summaryOf(findings: Pick<Findings, "diagnostics">): string {
  const { errors, warnings, infos, files } = countFindings(findings);
  const parts = [
    errors > 0 ? many(errors, "error") : [],
    warnings > 0 ? many(warnings, "warning") : [],
    infos > 0 ? many(infos, "note") : [],
  ].flat();
  return `${parts.join(", ")} in ${many(files, "file")}`;
}

/** `1 event`, `2 events`. */
export function many(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
