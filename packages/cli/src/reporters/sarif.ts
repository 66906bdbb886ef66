import { createHash } from "node:crypto";
import { catalogue, type Diagnostic, type DiagnosticCode, type Span } from "@dd0c/track-codegen";
import { ownVersion } from "../own-version.js";
import { type Findings, placeOf } from "./findings.js";

/** Findings as SARIF 2.1.0, for code scanning. */
export function reportSarif(findings: Findings): string {
  const codes = [...new Set(findings.diagnostics.map(({ code }) => code))].sort();
  const fingerprints = new Map<string, number>();
  const driver = {
    name: "dd0c-track",
    semanticVersion: ownVersion(),
    rules: codes.map(ruleOf),
  };
  const results = findings.diagnostics.map((diagnostic) => ({
    ...resultOf(diagnostic, codes.indexOf(diagnostic.code), findings),
    partialFingerprints: { "dd0cTrack/v1": fingerprint(diagnostic, findings, fingerprints) },
  }));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: DiagnosticCode): object {
  const { id, title, why, fix, bad, good } = catalogue[code];
  const examples =
    bad === undefined || good === undefined
      ? ""
      : `\n\nBad:\n\`\`\`yaml\n${bad}\`\`\`\n\nGood:\n\`\`\`yaml\n${good}\`\`\``;
  return {
    id,
    name: code,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: fix, markdown: `${why}\n\n${fix}${examples}` },
  };
}

const levels = { error: "error", warning: "warning", info: "note" } as const;

function resultOf(diagnostic: Diagnostic, ruleIndex: number, findings: Findings): object {
  const { code, severity, message, help, span, related } = diagnostic;
  return {
    ruleId: catalogue[code].id,
    ruleIndex,
    level: levels[severity],
    message: { text: help === null ? message : `${message} ${help}` },
    locations: [locationOf(span, findings)],
    relatedLocations: related.map((other, id) => ({
      id,
      message: { text: other.message },
      ...locationOf(other.span, findings),
    })),
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

/**
 * The same finding after lines have moved: its code, file and what stands at its place, and which
 * of several alike it is.
 */
function fingerprint(
  { code, span }: Diagnostic,
  { sources, shown }: Findings,
  seen: Map<string, number>,
): string {
  const end = Math.min(span.end, span.start + 200);
  const subject = sources.get(span.file)?.text.slice(span.start, end) ?? "";
  const key = [code, shown(span.file), subject].join("\n");
  const count = seen.get(key) ?? 0;
  seen.set(key, count + 1);
  return createHash("sha256").update(`${key}\n${count}`).digest("hex").slice(0, 32);
}
