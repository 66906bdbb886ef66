import { type Origin, positionIn, type Span } from "@dd0c/track-codegen";
import type { Change } from "@dd0c/track-lint";
import type { Comparison } from "./comparison.js";
import type { Side } from "./side.js";

/** Comparisons for programs; the shape only ever grows while `format` stays 1. */
export function reportChangesAsJson(
  comparisons: readonly Comparison[],
  shown: (path: string) => string,
): string {
  const plans = comparisons.map((comparison) => {
    const { base, head, changes, accepted, problems, bump, file } = comparison;
    const place = (span: Span, side: Side): object => {
      const source = side.sources.get(span.file);
      const start = source === undefined ? { line: 1, column: 1 } : positionIn(source, span.start);
      return { file: shown(span.file), ...start };
    };
    const at = (origin: Origin | null, side: Side): object | null =>
      origin === null ? null : place(side.span(origin), side);
    const written = (change: Change): object => ({
      ...change,
      base: at(change.base, base),
      head: at(change.head, head),
      inherited: at(change.inherited, change.head === null ? base : head),
    });
    return {
      plan: head.plan.name,
      base: { label: base.label, version: base.plan.version },
      head: { label: head.label, version: head.plan.version },
      bump,
      summary: {
        errors: countOf(changes, "error"),
        warnings: countOf(changes, "warning"),
        infos: countOf(changes, "info"),
        accepted: accepted.length,
      },
      changes: changes.map(written),
      accepted: accepted.map(({ change, entry }) => ({
        ...written(change),
        reason: entry.reason,
        by: entry.by,
        until: entry.until,
      })),
      problems: problems.map(({ entry, ...problem }) => ({
        ...problem,
        fingerprint: entry.fingerprint,
        file: file.path,
      })),
    };
  });
  return `${JSON.stringify({ format: 1, plans }, null, 2)}\n`;
}

function countOf(changes: readonly Change[], severity: Change["severity"]): number {
  return changes.filter((it) => it.severity === severity).length;
}
