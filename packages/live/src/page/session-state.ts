import type { EventCoverage } from "../session/coverage.js";
import type { Session, SessionCounts } from "../session/create-session.js";
import type { FunnelState } from "../session/funnel-progress.js";

/** Everything that the page shows besides the events: small enough to be sent anew twice a second. */
export interface SessionState {
  readonly startedAt: number;
  readonly counts: SessionCounts;
  readonly funnels: readonly FunnelState[];
  /** Only planned events that were seen; `plan` has the others. */
  readonly seen: readonly (Pick<EventCoverage, "event" | "product" | "seen" | "bad"> & {
    readonly properties: readonly string[];
    readonly runtimes: readonly string[];
  })[];
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly subject: string;
    readonly message: string;
    readonly count: number;
    readonly firstSeq: number | null;
    readonly lastSeq: number | null;
  }[];
}

/** Findings that the page lists; the report has all. */
const mostFindings = 100;

/** The state of a session now. */
export function stateOf(session: Session): SessionState {
  const names = (
    of: readonly { readonly name: string; readonly seen: boolean }[],
  ): readonly string[] => of.flatMap(({ name, seen }) => (seen ? [name] : []));
  return {
    startedAt: session.startedAt,
    counts: { ...session.counts },
    funnels: session.funnels.states(),
    seen: session.coverage
      .entries()
      .flatMap(({ event, product, seen, bad, properties, runtimes }) =>
        seen === 0
          ? []
          : [
              {
                event,
                product,
                seen,
                bad,
                properties: names(properties),
                runtimes: names(runtimes),
              },
            ],
      ),
    findings: session.findings
      .all()
      .slice(0, mostFindings)
      .map(({ violation, count, firstSeq, lastSeq }) => ({
        code: violation.code,
        severity: violation.severity,
        subject: violation.subject ?? "",
        message: violation.message,
        count,
        firstSeq,
        lastSeq,
      })),
  };
}
