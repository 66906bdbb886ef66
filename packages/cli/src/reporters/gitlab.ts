import type { Diagnostic } from "@dd0c/track-codegen";
import { numbered } from "../code-pages.js";
import { type Findings, placeOf } from "./findings.js";
import { fingerprints } from "./fingerprints.js";

/** Findings as GitLab's code quality report, which merge requests show beside the lines. */
export function reportGitlab(findings: Findings): string {
  const prints = fingerprints(findings);
  const issues = findings.diagnostics.map((diagnostic, index) =>
    issueOf(diagnostic, prints[index] ?? "", findings),
  );
  return `${JSON.stringify(issues, null, 2)}\n`;
}

/** GitLab's words: info, minor, major, critical, blocker. */
const severities = { error: "major", warning: "minor", info: "info" } as const;

function issueOf(
  { code, severity, message, help, span }: Diagnostic<string>,
  fingerprint: string,
  findings: Findings,
): object {
  const { start, end } = placeOf(span, findings.sources);
  return {
    description: help === null ? message : `${message} ${help}`,
    check_name: numbered(code),
    fingerprint,
    severity: severities[severity],
    location: {
      path: findings.shown(span.file),
      lines: { begin: start.line, end: Math.max(start.line, end.line) },
    },
  };
}
