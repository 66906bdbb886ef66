import { commentsIn, positionIn, type Source, type Span } from "@dd0c/track-codegen";

/** A comment such as `# plan-ignore P204, generic-name: the old app until 2026-12-31`. */
export interface PlanIgnore {
  /** The whole comment. */
  readonly span: Span;
  /** The line that it speaks of, from 1. */
  readonly line: number;
  /** What it names, as written: numbers or names of rules. */
  readonly rules: readonly { readonly word: string; readonly span: Span }[];
  /** Null where it says none. */
  readonly reason: string | null;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly until: string | null;
}

const marker = "plan-ignore";
const form = /^#+\s*plan-ignore\b([^:]*)(?::\s*(.*?))?\s*$/s;

/** The comments of a plan file that silence findings; most files have none, and cost nothing. */
export function planIgnores(source: Source): readonly PlanIgnore[] {
  const { text, path } = source;
  if (!text.includes(marker)) return [];
  return commentsIn(text).flatMap(({ start, end }) => {
    const [whole, names, rest] = form.exec(text.slice(start, end)) ?? [];
    if (whole === undefined || names === undefined) return [];
    const from = start + whole.indexOf(marker) + marker.length;
    const rules = [...names.matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => ({
      word,
      span: { file: path, start: from + index, end: from + index + word.length },
    }));
    const span = { file: path, start, end };
    return [{ span, line: lineOf(source, start), rules, ...reasonIn(rest ?? "") }];
  });
}

/** `the old app until 2026-12-31`, cut in two. */
export function reasonIn(text: string): Pick<PlanIgnore, "reason" | "until"> {
  const [, said = "", until = null] =
    /^(.*?)(?:(?:^|\s)until (\d{4}-\d{2}-\d{2})\.?)?$/s.exec(text.trim()) ?? [];
  return { reason: said.trim() === "" ? null : said.trim(), until };
}

/** Its own line where something stands before the comment, else the next that is no comment. */
function lineOf(source: Source, start: number): number {
  const { text, starts } = source;
  const { line } = positionIn(source, start);
  if (text.slice(starts[line - 1] ?? 0, start).trim() !== "") return line;
  for (let next = line; next < starts.length; next++) {
    const shown = text.slice(starts[next], starts[next + 1] ?? text.length).trim();
    if (shown !== "" && !shown.startsWith("#")) return next + 1;
  }
  return line;
}
