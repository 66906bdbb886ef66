import { livePages } from "../check/live-pages.js";
import type { CoverageShare } from "../session/coverage.js";
import type { Session, SessionCounts } from "../session/create-session.js";
import type { FunnelState } from "../session/funnel-progress.js";

/** What a session came to, for programs; it only ever grows while `format` stays 1. */
export interface LiveReport {
  readonly format: 1;
  readonly plan: { readonly name: string; readonly title: string; readonly version: string };
  readonly startedAt: string;
  readonly endedAt: string;
  readonly counts: SessionCounts;
  readonly coverage: CoverageShare & {
    /** The product that was counted; null for the whole plan. */
    readonly product: string | null;
    /** Planned events that did not come, and the properties that did not come of those that did. */
    readonly missing: readonly Missing[];
  };
  readonly findings: readonly LiveReportFinding[];
  /** Findings of further sorts, which were counted together. */
  readonly otherFindings: number;
  readonly funnels: readonly FunnelState[];
}

/** What did not come of a planned event: all of it, or some properties. */
export interface Missing {
  readonly event: string;
  readonly product: string;
  readonly properties: readonly string[] | "all";
}

/** One sort of violation of one event or property. */
export interface LiveReportFinding {
  readonly id: string;
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly subject: string;
  readonly message: string;
  readonly help: string | null;
  readonly count: number;
  /** The line of the plan that was violated. */
  readonly place: { readonly file: string; readonly line: number } | null;
}

/** Sums a session up; `product` narrows the coverage. */
export function reportSession(session: Session, now: number, product?: string): LiveReport {
  const { plan, counts, coverage, findings, funnels } = session;
  const entries = coverage
    .entries()
    .filter((it) => product === undefined || it.product === product);
  return {
    format: 1,
    plan: { name: plan.name, title: plan.title, version: plan.version },
    startedAt: new Date(session.startedAt).toISOString(),
    endedAt: new Date(now).toISOString(),
    counts: { ...counts },
    coverage: {
      product: product ?? null,
      ...coverage.share(product),
      missing: entries.flatMap(({ event, product: of, seen, properties }): readonly Missing[] => {
        const unseen = properties.flatMap((it) => (it.seen ? [] : [it.name]));
        if (seen === 0) return [{ event, product: of, properties: "all" }];
        return unseen.length === 0 ? [] : [{ event, product: of, properties: unseen }];
      }),
    },
    findings: findings.all().map(({ violation, count }) => {
      const { code, severity, subject = "", message, help, origin } = violation;
      const place = origin === null ? null : { file: origin.file, line: origin.line };
      return { id: livePages[code].id, code, severity, subject, message, help, count, place };
    }),
    otherFindings: findings.overflow,
    funnels: funnels.states(),
  };
}
