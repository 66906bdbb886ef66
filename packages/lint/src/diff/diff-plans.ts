import type { ResolvedPlan } from "@dd0c/track-codegen";
import type { BreakingRule, Check, Notice } from "./breaking-rule.js";
import type { Bump, Change } from "./change.js";
import { fingerprintOf } from "./fingerprint.js";
import { sentence } from "./in-words.js";
import { pairPlans } from "./pair-plans.js";
import type { Pair } from "./pairs.js";
import type { DiffSettings } from "./settings.js";

/**
 * What changed from one resolved plan to another, as the rules see it, sorted by subject and rule.
 * Pure: the day is in the settings.
 */
export function diffPlans(
  base: ResolvedPlan,
  head: ResolvedPlan,
  settings: DiffSettings,
  rules: readonly BreakingRule[],
): readonly Change[] {
  const byKind = rulesByKind(rules);
  const changes: Change[] = [];
  for (const pair of pairPlans(base, head))
    for (const [rule, check] of byKind.get(pair.of) ?? []) {
      const said = check(pair as never, settings);
      const notices = said === null ? [] : "message" in said ? [said] : said;
      for (const notice of notices) changes.push(changeOf(rule, pair, notice));
    }
  return withoutRepeats(changes);
}

type AnyCheck = Check<Pair["of"]>;

function rulesByKind(
  rules: readonly BreakingRule[],
): ReadonlyMap<string, readonly (readonly [BreakingRule, AnyCheck])[]> {
  const found = new Map<string, (readonly [BreakingRule, AnyCheck])[]>();
  for (const rule of rules)
    for (const [of, check] of Object.entries(rule.checks)) {
      const known = found.get(of) ?? [];
      known.push([rule, check as AnyCheck]);
      found.set(of, known);
    }
  return found;
}

function changeOf({ page }: BreakingRule, { at }: Pair, notice: Notice): Change {
  const { message, help = null, digest = "", within, wasAnnounced = false } = notice;
  const subject = within === undefined ? at.subject : `${at.subject}/${within}`;
  const full = notice.severity ?? page.severity;
  const bearable = at.experimental && full === "error" ? "warning" : full;
  return {
    code: page.name,
    id: page.id,
    severity: wasAnnounced ? "info" : bearable,
    audiences: notice.audiences ?? page.audiences ?? [],
    subject,
    message: sentence(message),
    help,
    base: at.base,
    head: notice.head ?? at.head,
    inherited: at.inherited,
    bump: notice.bump ?? usualBump[bearable],
    fingerprint: fingerprintOf(page.id, subject, digest),
  };
}

const usualBump: Readonly<Record<Change["severity"], Bump>> = {
  error: "major",
  warning: "minor",
  info: "patch",
};

/** Sorted; what two products' events say alike stands once. */
function withoutRepeats(changes: readonly Change[]): readonly Change[] {
  const seen = new Set<string>();
  return [...changes]
    .sort(
      (a, b) =>
        compare(a.subject, b.subject) ||
        compare(a.id, b.id) ||
        compare(a.fingerprint, b.fingerprint),
    )
    .filter(({ fingerprint }) => !seen.has(fingerprint) && seen.add(fingerprint));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
