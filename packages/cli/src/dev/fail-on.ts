import { didYouMean } from "@dd0c/track-codegen";
import {
  type LiveCode,
  type LiveReport,
  type LiveReportFinding,
  livePages,
} from "@dd0c/track-live";
import { BadInput } from "../bad-input.js";
import { many } from "../reporters/findings.js";

type Matches = (finding: LiveReportFinding) => boolean;

/** What `--fail-on` may say besides a code or its number. */
const sorts: Readonly<Record<string, Matches>> = {
  violation: ({ severity }) => severity === "error",
  warning: ({ severity }) => severity !== "info",
  unknown: ({ code }) => code === "unknown-event" || code === "unplanned-property",
  property: ({ id }) => id.startsWith("V1"),
  privacy: ({ id }) => id.startsWith("V2"),
  context: ({ id }) => id.startsWith("V3"),
  never: () => false,
};

/** What makes a run fail, and the words that were used for it. */
export interface FailOn {
  readonly words: readonly string[];
  readonly matches: Matches;
}

/** Reads what a run is to fail on; throws where a word means nothing. */
export function readFailOn(words: readonly string[]): FailOn {
  const rules = words.map((word) => sorts[word] ?? codeRule(word));
  return { words, matches: (finding) => rules.some((rule) => rule(finding)) };
}

function codeRule(word: string): Matches {
  const page = Object.values(livePages).find(
    ({ name, id }) => name === word || id.toLowerCase() === word.toLowerCase(),
  );
  if (page !== undefined) return ({ code }) => code === (page.name as LiveCode);
  const known = [...Object.keys(sorts), ...Object.keys(livePages)];
  throw new BadInput(`--fail-on "${word}" means nothing.`, {
    help:
      didYouMean(word, known) ?? `It is ${Object.keys(sorts).join(", ")}, or a code such as V101.`,
  });
}

/** Why a run failed, in sentences; none where it did not. */
export function whyFailed(
  report: LiveReport,
  failOn: FailOn,
  leastCoverage: number | null,
): readonly string[] {
  const found = report.findings.filter(failOn.matches);
  const times = found.reduce((sum, { count }) => sum + count, 0);
  const { events, eventsSeen } = report.coverage;
  const share = events === 0 ? 100 : (eventsSeen / events) * 100;
  return [
    ...(found.length === 0
      ? []
      : [
          `${many(found.length, "sort")} of violation, ${many(times, "time")} (--fail-on ${failOn.words.join(",")}).`,
        ]),
    ...(leastCoverage !== null && share < leastCoverage
      ? [`${Math.floor(share)} % of the planned events came; ${leastCoverage} % must.`]
      : []),
  ];
}
