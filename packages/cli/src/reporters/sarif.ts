import { createHash } from "node:crypto";
import type { Diagnostic, Span } from "@dd0c/track-codegen";
import { ownVersion } from "../own-version.js";
import { type Findings, placeOf } from "./findings.js";

/** Findings as SARIF 2.1.0, for code scanning. */
export function reportSarif(findings: Findings): string {
  const codes = [...new Set(findings.diagnostics.map(({ code }) => code))].sort();
  const driver = {
    name: "dd0c-track",
    version: ownVersion(),
    rules: codes.map((id) => ({ id })),
  };
  const results = findings.diagnostics.map((diagnostic) =>
    resultOf(diagnostic, codes.indexOf(diagnostic.code), findings),
  );
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const levels = { error: "error", warning: "warning", info: "note" } as const;

function resultOf(diagnostic: Diagnostic, ruleIndex: number, findings: Findings): object {
  const { code, severity, message, help, span, related } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: help === null ? message : `${message} ${help}` },
    locations: [locationOf(span, findings)],
    relatedLocations: related.map((other, id) => ({
      id,
      message: { text: other.message },
      ...locationOf(other.span, findings),
    })),
    partialFingerprints: { "dd0cTrack/v1": fingerprint(diagnostic, findings) },
  };
}

function locationOf(span: Span, findings: Findings): object {
  const { start, end } = placeOf(span, findings.sources);
  const uri = encodeURI(findings.shown(span.file));
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region } };
}

/** The same finding after lines have moved: code, file and what stands at the place. */
function fingerprint({ code, span }: Diagnostic, { sources, shown }: Findings): string {
  const subject = sources
    .get(span.file)
    ?.text.slice(span.start, Math.min(span.end, span.start + 200));
  return createHash("sha256")
    .update([code, shown(span.file), subject ?? ""].join("\n"))
    .digest("hex")
    .slice(0, 32);
}
