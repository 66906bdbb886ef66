import type { Violation } from "../check/found.js";

/** One sort of violation of one event or property, and how often it was seen. */
export interface TalliedFinding {
  readonly violation: Violation;
  readonly count: number;
  /** The first event that had it; null for a request that held none. */
  readonly firstSeq: number | null;
  readonly lastSeq: number | null;
}

/** Counts violations by what they are about: ten thousand wrong events are one mistake. */
export interface FindingTally {
  add(violation: Violation, seq: number | null): void;
  /** The worst first, then the most frequent. */
  all(): readonly TalliedFinding[];
  /** How many were not counted by themselves any more, since there were too many sorts. */
  readonly overflow: number;
}

/** Sorts of findings that are told apart; a hostile sender could make more without end. */
const mostSorts = 2_000;

const order = { error: 0, warning: 1, info: 2 } as const;

/** Starts with none. */
export function createFindingTally(): FindingTally {
  const sorts = new Map<
    string,
    { violation: Violation; count: number; firstSeq: number | null; lastSeq: number | null }
  >();
  let overflow = 0;
  return {
    get overflow() {
      return overflow;
    },
    add(violation, seq) {
      const key = `${violation.code}\n${violation.subject?.replace(/\[\d+\]/g, "[]")}`;
      const known = sorts.get(key);
      if (known !== undefined) {
        known.count++;
        known.lastSeq = seq;
      } else if (sorts.size >= mostSorts) overflow++;
      else sorts.set(key, { violation, count: 1, firstSeq: seq, lastSeq: seq });
    },
    all: () =>
      [...sorts.values()].sort(
        (a, b) =>
          order[a.violation.severity] - order[b.violation.severity] ||
          b.count - a.count ||
          (a.violation.subject ?? "").localeCompare(b.violation.subject ?? ""),
      ),
  };
}
