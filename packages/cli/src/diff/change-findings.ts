import { type Diagnostic, finding, type Related, type Span } from "@dd0c/track-codegen";
import { breakingRules, type Change } from "@dd0c/track-lint";
import type { Side } from "./side.js";

/** Both plans of a comparison. */
export interface Sides {
  readonly base: Side;
  readonly head: Side;
}

/**
 * A change as a finding: at its place in the new plan, with the old one beside it; what is gone is shown
 * where it was. Machines that only know the new files get its nearest place there (`inHead`).
 */
export function changeFinding(change: Change, sides: Sides, inHead: boolean): Diagnostic<string> {
  const { base, head } = sides;
  const before = change.base === null ? null : base.span(change.base);
  const after = change.head === null ? null : head.span(change.head);
  const root = head.span(head.plan.origin);
  const isGone = after === null;
  const span: Span = after ?? (inHead || before === null ? root : before);
  const related: Related[] = [];
  if (before !== null && before !== span)
    related.push({
      message: `${isGone ? "It was" : "Before, it was"} here in ${base.label}.`,
      span: before,
    });
  if (change.inherited !== null) {
    const side = isGone ? base : head;
    related.push({ message: "It comes from here.", span: side.span(change.inherited) });
  }
  const by = locked.has(change.id) ? " --by <team>" : "";
  const accept = `Accept: \`--accept ${change.fingerprint} --reason "…"${by}\`.`;
  const isBad = change.severity !== "info" && !change.subject.startsWith("plan/version");
  const help = [change.help, isBad ? accept : null].filter((it) => it !== null).join(" ");
  return finding(change.code, span, change.message, {
    severity: change.severity,
    help: help === "" ? null : help,
    related,
    subject: `${change.subject} ${change.fingerprint}`,
  });
}

/** Rules whose changes are let through only by a team that answers for it. */
const locked: ReadonlySet<string> = new Set(
  breakingRules.filter(({ page }) => page.locked).map(({ page }) => page.id),
);
