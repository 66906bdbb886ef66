import type { Diagnostic } from "@dd0c/track-codegen";
import { numbered } from "../code-pages.js";
import { type Findings, placeOf, summaryOf } from "./findings.js";

/** Findings as workflow commands, which GitHub shows beside the lines of a pull request. */
export function reportGithub(findings: Findings): string {
  if (findings.diagnostics.length === 0) return "";
  const lines = findings.diagnostics.map((diagnostic) => command(diagnostic, findings));
  return `${lines.join("\n")}\n${summaryOf(findings)}\n`;
}

const commands = { error: "error", warning: "warning", info: "notice" } as const;

function command(diagnostic: Diagnostic<string>, findings: Findings): string {
  const { code, severity, message, help, span } = diagnostic;
  const { start, end } = placeOf(span, findings.sources);
  const place = [`file=${escapeProperty(findings.shown(span.file))}`, `line=${start.line}`];
  // GitHub takes columns only where the span ends on its line, and counts the end in.
  if (start.line === end.line) {
    place.push(`col=${start.column}`, `endColumn=${Math.max(start.column, end.column - 1)}`);
  } else place.push(`endLine=${end.line}`);
  const properties = [...place, `title=${escapeProperty(numbered(code))}`].join(",");
  const text = help === null ? message : `${message}\n${help}`;
  return `::${commands[severity]} ${properties}::${escapeData(text)}`;
}

// As @actions/core does: the runner decodes exactly these.
const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
