import type { Diagnostic, Span } from "@dd0c/track-codegen";
import { numbered } from "../code-pages.js";
import { printable } from "./cells.js";
import { codeFrame, type Look } from "./code-frame.js";
import { type Findings, placeOf, summaryOf } from "./findings.js";

/** Findings for a person: place, code, message, the lines in question, and what to do. */
export function reportPretty(findings: Findings, look: Look): string {
  if (findings.diagnostics.length === 0) return "";
  const shown = findings.diagnostics.slice(0, findings.most);
  const blocks = shown.map((diagnostic) => block(diagnostic, findings, look));
  const failed = findings.diagnostics.some(({ severity }) => severity === "error");
  const summary = look.colours.bold(summaryOf(findings));
  const mark = failed ? look.colours.red("✗") : look.colours.yellow("!");
  const rest =
    shown.length < findings.diagnostics.length ? `; the first ${shown.length} are shown` : "";
  return `${blocks.join("\n")}\n${mark} ${summary}${rest}\n`;
}

function block(diagnostic: Diagnostic<string>, findings: Findings, look: Look): string {
  const { code, message, severity, span, help, related } = diagnostic;
  const { bold, cyan, red, yellow, blue } = look.colours;
  const paint = severity === "error" ? red : severity === "warning" ? yellow : blue;
  const word = severity === "info" ? "note" : severity;
  const source = findings.sources.get(span.file);
  const lines = [
    `${cyan(where(span, findings))} ${bold(paint(`${word}[${numbered(code)}]`))} ${bold(printable(message))}`,
    ...(source === undefined ? [] : codeFrame(source, span, look)),
  ];
  for (const other of related) {
    lines.push(`  ${cyan(where(other.span, findings))} ${printable(other.message)}`);
  }
  if (help !== null) lines.push(`  ${bold("help:")} ${printable(help)}`);
  return `${lines.join("\n")}\n`;
}

/** `schema/products/cost.yaml:14:5`. */
function where(span: Span, findings: Findings): string {
  const { line, column } = placeOf(span, findings.sources).start;
  return printable(`${findings.shown(span.file)}:${line}:${column}`);
}
