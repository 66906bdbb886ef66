import {
  catalogue,
  type Diagnostic,
  didYouMean,
  finding,
  positionIn,
  type Source,
} from "@dd0c/track-codegen";
import type { RulePage } from "../rule-page.js";
import { type PlanIgnore, planIgnores } from "./plan-ignore.js";

/** What comments are heeded by. */
export interface IgnoreOptions {
  readonly sources: ReadonlyMap<string, Source>;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Every rule that a comment may name. */
  readonly rules: ReadonlyMap<string, RulePage>;
  /** Whether a rule is on at all; one that is off finds nothing, and its comments wait for it. */
  readonly isOn: (page: RulePage) => boolean;
}

/**
 * Takes away what a comment of the plan silences, and adds what is wrong with the comments
 * themselves: unknown or locked rules, no reason, a day that has passed, nothing to silence.
 */
export function heedPlanIgnores(
  found: readonly Diagnostic<string>[],
  options: IgnoreOptions,
): readonly Diagnostic<string>[] {
  const silenced = new Set<Diagnostic<string>>();
  const complaints: Diagnostic<string>[] = [];
  for (const source of options.sources.values()) {
    for (const ignore of planIgnores(source)) {
      const here = found.filter(
        ({ span }) =>
          span.file === source.path && positionIn(source, span.start).line === ignore.line,
      );
      complaints.push(...judge(ignore, here, silenced, options));
    }
  }
  return [...found.filter((one) => !silenced.has(one)), ...complaints];
}

function judge(
  ignore: PlanIgnore,
  here: readonly Diagnostic<string>[],
  silenced: Set<Diagnostic<string>>,
  options: IgnoreOptions,
): readonly Diagnostic<string>[] {
  const { span, rules, reason, until } = ignore;
  const complaints: Diagnostic<string>[] = [];
  const complain = (code: string, at: typeof span, message: string, help: string): void => {
    const subject = `${span.file}/plan-ignore/${rules.map(({ word }) => word).join(",")}`;
    complaints.push(finding(code, at, message, { help, subject }));
  };
  if (rules.length === 0) {
    complain(
      "unknown-rule",
      span,
      "This names no rule to ignore.",
      "Write `# plan-ignore P204: reason`.",
    );
    return complaints;
  }
  if (reason === null) {
    const help = "Write it after a colon: `# plan-ignore P204: reason until 2026-12-31`.";
    complain("suppression-without-reason", span, "Nobody says why this is ignored.", help);
  }
  const hasPassed = until !== null && until < options.today;
  if (hasPassed) {
    const message = `This was to be ignored until ${until}, which has passed.`;
    complain(
      "suppression-expired",
      span,
      message,
      "Mend what it silences, or give it a later day.",
    );
  }
  for (const { word, span: at } of rules) {
    const page = pageOf(word, options);
    if (page === "compiler") {
      const message = `"${word}" is the compiler's, and cannot be ignored.`;
      complain("locked-rule-suppressed", at, message, "Mend what it found.");
    } else if (page === null) {
      const words = [...options.rules.values()].flatMap(({ id, name }) => [id, name]);
      const help = didYouMean(word, words) ?? "`dd0c-track rules` lists them.";
      complain("unknown-rule", at, `There is no rule "${word}" to ignore.`, help);
    } else if (page.locked) {
      const message = `${page.id} ${page.name} is locked: no comment can silence it.`;
      complain("locked-rule-suppressed", at, message, "Mend what it found.");
    } else {
      const meant = here.filter(({ code }) => code === page.name);
      if (meant.length === 0 && options.isOn(page)) {
        const message = `${page.id} ${page.name} finds nothing here: there is nothing to ignore.`;
        complain("unused-suppression", at, message, "Take the comment out.");
      }
      if (!hasPassed) for (const one of meant) silenced.add(one);
    }
  }
  return complaints;
}

function pageOf(
  word: string,
  { rules }: Pick<IgnoreOptions, "rules">,
): RulePage | "compiler" | null {
  const plain = word.toLowerCase();
  const byName = rules.get(plain);
  if (byName !== undefined) return byName;
  for (const page of rules.values()) if (page.id.toLowerCase() === plain) return page;
  for (const [code, { id }] of Object.entries(catalogue))
    if (code === plain || id.toLowerCase() === plain) return "compiler";
  return null;
}
