import { acceptedChangeExpired } from "../breaking-rules/accepted-change-expired/rule.js";
import { acceptedChangeUnsigned } from "../breaking-rules/accepted-change-unsigned/rule.js";
import { acceptedChangeUnused } from "../breaking-rules/accepted-change-unused/rule.js";
import type { RulePage } from "../rule-page.js";
import type { AcceptedChange } from "./accepted-change.js";
import type { BreakingRule } from "./breaking-rule.js";
import type { Change } from "./change.js";

/** Changes divided into those that stand, those that were let through, and what is wrong with the list. */
export interface Applied<Entry extends AcceptedChange> {
  readonly open: readonly Change[];
  readonly accepted: readonly { readonly change: Change; readonly entry: Entry }[];
  readonly problems: readonly AcceptedProblem<Entry>[];
}

/** Something wrong with one entry. */
export interface AcceptedProblem<Entry extends AcceptedChange> {
  readonly page: RulePage;
  readonly entry: Entry;
  readonly message: string;
  readonly help: string;
}

/** Lets through what was accepted. `today`: YYYY-MM-DD. */
export function applyAccepted<Entry extends AcceptedChange>(
  changes: readonly Change[],
  entries: readonly Entry[],
  rules: readonly BreakingRule[],
  today: string,
): Applied<Entry> {
  const locked = new Set(rules.filter(({ page }) => page.locked).map(({ page }) => page.id));
  const byFingerprint = new Map(changes.map((it) => [it.fingerprint, it]));
  const accepted: { change: Change; entry: Entry }[] = [];
  const problems: AcceptedProblem<Entry>[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const change = byFingerprint.get(entry.fingerprint);
    if (change === undefined || seen.has(entry.fingerprint)) problems.push(unused(entry, seen));
    else if (entry.until !== null && entry.until < today) problems.push(expired(entry, change));
    else if (locked.has(change.id) && entry.by === null) problems.push(unsigned(entry, change));
    else accepted.push({ change, entry });
    seen.add(entry.fingerprint);
  }
  const through = new Set(accepted.map(({ change }) => change));
  return { open: changes.filter((it) => !through.has(it)), accepted, problems };
}

function unused<Entry extends AcceptedChange>(
  entry: Entry,
  seen: ReadonlySet<string>,
): AcceptedProblem<Entry> {
  return {
    page: acceptedChangeUnused.page,
    entry,
    message: seen.has(entry.fingerprint)
      ? `${entry.fingerprint} is accepted twice.`
      : `Nothing that changed has the fingerprint ${entry.fingerprint}.`,
    help: "Delete the entry; findings show their fingerprints.",
  };
}

function expired<Entry extends AcceptedChange>(
  entry: Entry,
  { id, subject }: Change,
): AcceptedProblem<Entry> {
  return {
    page: acceptedChangeExpired.page,
    entry,
    message: `${id} of ${subject} was accepted until ${entry.until}.`,
    help: "Look at it again: delete the entry, or give it a later `until:`.",
  };
}

function unsigned<Entry extends AcceptedChange>(
  entry: Entry,
  { id, code, subject }: Change,
): AcceptedProblem<Entry> {
  return {
    page: acceptedChangeUnsigned.page,
    entry,
    message: `${id} ${code} of ${subject} is accepted, but by nobody.`,
    help: "Add `by:` with the team that answers for it.",
  };
}
