import type { Diagnostic } from "@dd0c/track-codegen";
import { numbered } from "../code-pages.js";
import { type Findings, placeOf } from "./findings.js";

/**
 * Findings as JUnit's XML, which most CI systems show: a suite for each file, a case for each
 * finding. Errors and warnings are failures, notes are cases that pass; a clean run is one case.
 */
export function reportJunit(findings: Findings): string {
  const files = new Set(findings.diagnostics.map(({ span }) => span.file));
  const suites = [...files].map((file) => suite(file, findings));
  const clean = suiteOf("dd0c-track", [
    `    <testcase name="no findings" classname="dd0c-track"/>`,
  ]);
  const all = findings.diagnostics.length;
  const counts = `tests="${Math.max(1, all)}" failures="${failuresIn(findings.diagnostics)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="dd0c-track" ${counts}>
${suites.length === 0 ? clean : suites.join("\n")}
</testsuites>
`;
}

function suite(file: string, findings: Findings): string {
  const shown = findings.shown(file);
  const found = findings.diagnostics.filter(({ span }) => span.file === file);
  const cases = found.map((diagnostic) => testCase(diagnostic, shown, findings));
  return suiteOf(shown, cases, failuresIn(found));
}

function suiteOf(name: string, cases: readonly string[], failures = 0): string {
  return `  <testsuite name="${inXml(name)}" tests="${cases.length}" failures="${failures}">
${cases.join("\n")}
  </testsuite>`;
}

function testCase(diagnostic: Diagnostic<string>, file: string, findings: Findings): string {
  const { code, severity, message, help, span } = diagnostic;
  const { line, column } = placeOf(span, findings.sources).start;
  const place = `${file}:${line}:${column}`;
  const name = inXml(`${numbered(code)} at ${line}:${column}`);
  const open = `    <testcase name="${name}" classname="${inXml(file)}" file="${inXml(file)}" line="${line}"`;
  const text = [`${place}: ${message}`, ...(help === null ? [] : [help])].join("\n");
  if (severity === "info") {
    return `${open}>\n      <system-out>${inXml(text)}</system-out>\n    </testcase>`;
  }
  const failure = `type="${severity}" message="${inXml(message)}"`;
  return `${open}>\n      <failure ${failure}>${inXml(text)}</failure>\n    </testcase>`;
}

function failuresIn(diagnostics: readonly Diagnostic<string>[]): number {
  return diagnostics.filter(({ severity }) => severity !== "info").length;
}

/** Text as XML 1.0 may hold it: what it has no way to say becomes U+FFFD. */
function inXml(text: string): string {
  return text
    .replace(notXml, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}

const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
