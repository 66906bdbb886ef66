import type { Diagnostic, Span } from "@dd0c/track-codegen";
import { codePages, exampleLanguage, idOf } from "../code-pages.js";
import { ownVersion } from "../own-version.js";
import { type Findings, placeOf } from "./findings.js";
import { fingerprints } from "./fingerprints.js";

/** Findings as SARIF 2.1.0, for code scanning. */
export function reportSarif(findings: Findings): string {
  const codes = [...new Set(findings.diagnostics.map(({ code }) => code))].sort();
  const prints = fingerprints(findings);
  const driver = {
    name: "dd0c-track",
    semanticVersion: ownVersion(),
    rules: codes.map(ruleOf),
  };
  const results = findings.diagnostics.map((diagnostic, index) => ({
    ...resultOf(diagnostic, codes.indexOf(diagnostic.code), findings),
    partialFingerprints: { "dd0cTrack/v1": prints[index] },
  }));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: string): object {
  const page = codePages.get(code);
  if (page === undefined) return { id: code, name: code };
  const { id, title, why, fix, bad, good } = page;
  const fence = `\`\`\`${exampleLanguage(page)}`;
  const examples =
    bad === undefined || good === undefined
      ? ""
      : `\n\nBad:\n${fence}\n${bad}\`\`\`\n\nGood:\n${fence}\n${good}\`\`\``;
  return {
    id,
    name: code,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: fix, markdown: `${why}\n\n${fix}${examples}` },
  };
}

const levels = { error: "error", warning: "warning", info: "note" } as const;

function resultOf(diagnostic: Diagnostic<string>, ruleIndex: number, findings: Findings): object {
  const { code, severity, message, help, span, related } = diagnostic;
  return {
    ruleId: idOf(code),
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
