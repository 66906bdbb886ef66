import type { Diagnostic, Source } from "@dd0c/track-codegen";
import type { RulePage } from "../rule-page.js";
import { type Baseline, type BaselineEntry, keyOf } from "./baseline.js";

/** What a baseline is held against. */
export interface BaselineScope {
  readonly rules: ReadonlyMap<string, RulePage>;
  /** The families that were run: entries of others are neither used nor stale. */
  readonly families: readonly RulePage["family"][];
  /** The plan's name in the config, where there are several; entries of other plans stay as they are. */
  readonly plan?: string;
  readonly sources: ReadonlyMap<string, Source>;
}

/** What is left of findings, and what of the baseline. */
export interface BaselineResult {
  /** New ones: those that the baseline does not forgive. */
  readonly kept: readonly Diagnostic<string>[];
  readonly forgiven: number;
  /** Entries that forgive more than there is, with how much there is. */
  readonly stale: readonly { readonly entry: BaselineEntry; readonly left: number }[];
}

/** Takes away as many findings of each rule and subject as the baseline forgives, the first ones. */
export function applyBaseline(
  found: readonly Diagnostic<string>[],
  baseline: Baseline,
  scope: BaselineScope,
): BaselineResult {
  const own = baseline.findings.filter((entry) => isOwn(entry, scope));
  const left = new Map(own.map((entry) => [keyOf(entry), entry.count]));
  const kept = found.filter((one) => {
    const key = forgivable(one, scope) ? keyOf(entryOf(one, scope)) : "";
    const count = left.get(key) ?? 0;
    if (count === 0) return true;
    left.set(key, count - 1);
    return false;
  });
  const stale = own.flatMap((entry) => {
    const unused = left.get(keyOf(entry)) ?? 0;
    return unused === 0 ? [] : [{ entry, left: entry.count - unused }];
  });
  return { kept, forgiven: found.length - kept.length, stale };
}

/** A baseline that forgives all that was found; what other families and plans have in it stays. */
export function baselineOf(
  found: readonly Diagnostic<string>[],
  before: Baseline | null,
  scope: BaselineScope,
): Baseline {
  const counts = new Map<string, BaselineEntry>();
  for (const one of found) {
    if (!forgivable(one, scope)) continue;
    const entry = entryOf(one, scope);
    const known = counts.get(keyOf(entry));
    counts.set(keyOf(entry), { ...entry, count: (known?.count ?? 0) + 1 });
  }
  const others = before?.findings.filter((entry) => !isOwn(entry, scope)) ?? [];
  return { format: 1, findings: [...others, ...counts.values()] };
}

/** The same baseline without what is no longer found; it forgives nothing new. */
export function prunedBaseline(baseline: Baseline, stale: BaselineResult["stale"]): Baseline {
  const lower = new Map(stale.map(({ entry, left }) => [keyOf(entry), left]));
  return {
    format: 1,
    findings: baseline.findings.flatMap((entry) => {
      const count = lower.get(keyOf(entry)) ?? entry.count;
      return count === 0 ? [] : [{ ...entry, count }];
    }),
  };
}

/** What a finding is about; where it does not say, its file and the text that it points at. */
export function subjectOf(
  { subject, span }: Diagnostic<string>,
  sources: ReadonlyMap<string, Source>,
): string {
  if (subject !== undefined) return subject;
  const text = sources.get(span.file)?.text.slice(span.start, Math.min(span.end, span.start + 200));
  return `${span.file}: ${text ?? ""}`;
}

function entryOf(one: Diagnostic<string>, { sources, plan }: BaselineScope): BaselineEntry {
  const entry = { rule: one.code, subject: subjectOf(one, sources), count: 1 };
  return plan === undefined ? entry : { ...entry, plan };
}

/** Locked rules, the compiler's findings, and those about comments and the baseline are never forgiven. */
function forgivable({ code }: Diagnostic<string>, { rules, families }: BaselineScope): boolean {
  const page = rules.get(code);
  return (
    page !== undefined && !page.locked && families.includes(page.family) && !/^P80\d$/.test(page.id)
  );
}

function isOwn({ rule, plan }: BaselineEntry, scope: BaselineScope): boolean {
  const family = scope.rules.get(rule)?.family;
  // An entry for a rule that is gone is every family's to clear away.
  const isRun = family === undefined ? scope.families.length > 0 : scope.families.includes(family);
  return plan === scope.plan && isRun;
}
