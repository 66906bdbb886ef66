import type { Diagnostic, Span } from "@dd0c/track-codegen";
import { idOf } from "../code-pages.js";
import { countFindings, type Findings, type Place, placeOf } from "./findings.js";
import { fingerprints } from "./fingerprints.js";

/** The shape that `--format json` prints; it only ever grows while `format` stays 1. */
export interface JsonReport {
  readonly format: 1;
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly files: number;
  };
  readonly findings: readonly JsonFinding[];
}

/** One finding. Lines and columns count from 1 in UTF-16 units; `end` is exclusive. */
export interface JsonFinding extends JsonPlace {
  /** `event-name-format`; permanent. */
  readonly code: string;
  /** `P101`; permanent too. */
  readonly id: string;
  /** The same for the same finding after lines have moved. */
  readonly fingerprint: string;
  /** What it is about, such as `events/order_paid`; null where the place says it. */
  readonly subject: string | null;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly help: string | null;
  readonly related: readonly (JsonPlace & { readonly message: string })[];
  readonly fix: (JsonPlace & { readonly replacement: string }) | null;
}

/** A stretch of a file. */
export interface JsonPlace extends Place {
  readonly file: string;
}

/** Findings for programs. */
export function reportJson(findings: Findings): string {
  const prints = fingerprints(findings);
  const report: JsonReport = {
    format: 1,
    summary: countFindings(findings),
    findings: findings.diagnostics.map((diagnostic, index) =>
      findingOf(diagnostic, prints[index] ?? "", findings),
    ),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function findingOf(
  diagnostic: Diagnostic<string>,
  fingerprint: string,
  findings: Findings,
): JsonFinding {
  const { code, severity, message, help, span, related, fix } = diagnostic;
  return {
    code,
    id: idOf(code),
    fingerprint,
    subject: diagnostic.subject ?? null,
    severity,
    message,
    help,
    ...spanOf(span, findings),
    related: related.map((other) => ({
      message: other.message,
      ...spanOf(other.span, findings),
    })),
    fix: fix && { replacement: fix.replacement, ...spanOf(fix.span, findings) },
  };
}

function spanOf(span: Span, findings: Findings): JsonPlace {
  return { file: findings.shown(span.file), ...placeOf(span, findings.sources) };
}
