import { type Diagnostic, positionIn, type Source } from "@dd0c/track-codegen";
import type { Analysis } from "../code/analysis.js";
import type { RulePage } from "../rule-page.js";
import { complaintsAbout } from "./ignore-complaints.js";
import { type CodeIgnore, ignoresIn } from "./ignores-in.js";

/** What heeding comments needs to know. */
interface IgnoreOptions {
  readonly today: string;
  readonly sources: (file: string) => Source | null;
  readonly isWhole: boolean;
  /** Whether a rule is on at all; the comments of one that is off wait for it. */
  readonly isOn: (page: RulePage) => boolean;
}

/**
 * Takes away what a comment silences on its line, with a reason:
 * `// dd0c-ignore-next-line C101: the vendor's own name until 2026-12-31`, or `// dd0c-ignore C101: …`
 * at the end of the line. One that silences nothing, says no reason, has passed its day, or names a
 * rule that is unknown or locked is a finding itself. The form is that of `# plan-ignore` in plans.
 */
export function heedIgnores(
  diagnostics: readonly Diagnostic<string>[],
  analysis: Analysis,
  options: IgnoreOptions,
): readonly Diagnostic<string>[] {
  const ignores = ignoresIn(analysis, options.sources);
  const byFile = new Map<string, CodeIgnore[]>();
  for (const ignore of ignores) {
    const known = byFile.get(ignore.span.file);
    if (known === undefined) byFile.set(ignore.span.file, [ignore]);
    else known.push(ignore);
  }
  const kept = diagnostics.filter(({ code, span }) => {
    const here = byFile.get(span.file);
    const source = here === undefined ? null : options.sources(span.file);
    if (here === undefined || source === null) return true;
    const line = positionIn(source, span.start).line;
    const silencing = here.filter(
      (it) => it.line === line && it.rules.some(({ name }) => name === code),
    );
    for (const ignore of silencing) ignore.used.add(code);
    return !silencing.some((ignore) => silences(ignore, code, options.today));
  });
  const complaints = ignores.flatMap((ignore) => complaintsAbout(ignore, options));
  return [...kept, ...complaints];
}

function silences({ rules, until }: CodeIgnore, code: string, today: string): boolean {
  const isLocked = rules.some((rule) => rule.name === code && rule.locked);
  return !isLocked && (until === null || until >= today);
}
