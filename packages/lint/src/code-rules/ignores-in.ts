import { positionIn, type Source, type Span } from "@dd0c/track-codegen";
import type { Analysis } from "../code/analysis.js";
import { reasonIn } from "../ignores/plan-ignore.js";
import type { RulePage } from "../rule-page.js";
import { codeRules } from "./index.js";

/** A comment that silences rules on one line. */
export interface CodeIgnore {
  readonly span: Span;
  /** The line it speaks of, from 1. */
  readonly line: number;
  readonly rules: readonly RulePage[];
  readonly unknown: readonly string[];
  /** Null where it says none. */
  readonly reason: string | null;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly until: string | null;
  /** Names of the rules that found something there. */
  readonly used: Set<string>;
}

const form = /^dd0c-ignore(-next-line)?\b\s*([^:]*?)\s*(?::\s*(.*))?$/s;

/** Every comment of ours in the code that was read. */
export function ignoresIn(
  analysis: Analysis,
  sources: (file: string) => Source | null,
): readonly CodeIgnore[] {
  return analysis.touches.flatMap((touch) => {
    if (touch.kind !== "comment" || touch.role !== "ignore") return [];
    const match = form.exec(touch.text.trim());
    const source = sources(touch.span.file);
    if (match === null || source === null) return [];
    const [, isAbove, words = "", rest = ""] = match;
    const named = words.split(/[\s,]+/).filter(Boolean);
    const pages = named.map((word) => pageOf(word));
    const { reason, until } = reasonIn(rest.replace(/\*\/\}?\s*$/, ""));
    const line = positionIn(source, Math.max(touch.span.start, touch.span.end - 1)).line;
    return [
      {
        span: touch.span,
        line: isAbove === undefined ? line : nextCodeLine(source, line),
        rules: pages.filter((page) => page !== undefined),
        unknown: named.filter((_, index) => pages[index] === undefined),
        reason,
        until,
        used: new Set(),
      },
    ];
  });
}

function pageOf(word: string): RulePage | undefined {
  const plain = word.toLowerCase();
  return codeRules.find(({ page }) => page.name === plain || page.id.toLowerCase() === plain)?.page;
}

/** The next line that holds more than a comment or space. */
function nextCodeLine({ text, starts }: Source, line: number): number {
  for (let next = line; next < starts.length; next++) {
    const shown = text.slice(starts[next], starts[next + 1] ?? text.length).trim();
    if (
      shown !== "" &&
      !/^(?:\/\/|\/\*[\s\S]*\*\/$|\{\/\*[\s\S]*\*\/\}$|<!--[\s\S]*-->$)/.test(shown)
    )
      return next + 1;
  }
  return line + 1;
}
