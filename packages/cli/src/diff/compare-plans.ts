import { dirname } from "node:path";
import {
  type Audience,
  applyAccepted,
  type Bump,
  breakingRules,
  bumpFor,
  type Change,
  type DiffSettings,
  diffPlans,
  type RuleSettings,
  severityAt,
  versionChange,
} from "@dd0c/track-lint";
import type { AcceptedFile } from "./accepted-file.js";
import { acceptedName } from "./accepted-file.js";
import type { Sides } from "./change-findings.js";
import type { Comparison } from "./comparison.js";
import { throughManifest } from "./plan-from-manifest.js";
import type { Side } from "./side.js";

/** What a comparison is told beside its two sides. */
export interface ComparisonSettings extends DiffSettings {
  readonly rules: RuleSettings;
  /** Only what these notice; all where empty. */
  readonly audiences: readonly Audience[];
  /** What waiting changesets, or the one that is being written, declare. */
  readonly pending: (needed: Bump | "none") => Bump | null;
}

/** Compares two plans: finds the changes, lets through what was accepted, and judges the version. */
export function comparePlans(
  name: string,
  { base, head }: Sides,
  file: AcceptedFile,
  settings: ComparisonSettings,
): Comparison {
  const isCut = base.isManifest || head.isManifest;
  const from = isCut ? cut(base) : base;
  const to = isCut ? cut(head) : head;
  const found = leveled(diffPlans(from.plan, to.plan, settings, breakingRules), settings, to);
  const bump = bumpFor(found);
  const version = versionChange(from.plan, to.plan, found, settings.pending(bump));
  const all = version === null ? found : [...found, ...leveled([version], settings, to)];
  const { open, accepted, problems } = applyAccepted(
    all,
    file.entries,
    breakingRules,
    settings.today,
  );
  const changes = [...open].filter((it) => concerns(it, settings.audiences)).sort(worstFirst);
  return {
    name,
    base: from,
    head: to,
    changes,
    accepted,
    problems: problems.map(({ page, entry, message, help }) => ({
      code: page.name,
      severity: page.severity,
      message,
      help,
      entry,
    })),
    file,
    bump,
  };
}

/** A side with as much as a manifest would tell of it. */
function cut(side: Side): Side {
  return side.isManifest ? side : { ...side, plan: throughManifest(side.plan) };
}

/** As bad as the config wants them; what it turns off is left out. */
function leveled(
  changes: readonly Change[],
  { rules }: ComparisonSettings,
  { plan }: Side,
): readonly Change[] {
  const at = severityAt(rules);
  const pages = new Map(breakingRules.map(({ page }) => [page.name, page]));
  return changes.flatMap((change) => {
    const page = pages.get(change.code);
    if (page === undefined) return [change];
    const event = /^events\/([^/@]+)/.exec(change.subject)?.[1] ?? null;
    const products = plan.events.find(({ name }) => name === event)?.products ?? [];
    const file = (change.head ?? change.base)?.file ?? plan.origin.file;
    const severity = at(page, { file, event, products }, change.severity);
    return severity === null ? [] : [{ ...change, severity }];
  });
}

/** What nobody in particular notices (a version, a note) is told to everybody, a note only where nobody chose. */
function concerns({ audiences, severity }: Change, wanted: readonly Audience[]): boolean {
  if (wanted.length === 0) return true;
  return audiences.length === 0 ? severity !== "info" : audiences.some((it) => wanted.includes(it));
}

const order: Readonly<Record<Change["severity"], number>> = { error: 0, warning: 1, info: 2 };

function worstFirst(a: Change, b: Change): number {
  return order[a.severity] - order[b.severity];
}

/** Where a plan's accepted changes stand unless somebody says: beside its root file. */
export function acceptedPathOf(plan: string): string {
  const folder = dirname(plan);
  return folder === "." ? acceptedName : `${folder}/${acceptedName}`;
}
