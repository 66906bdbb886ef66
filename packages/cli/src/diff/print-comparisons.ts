import { isAbsolute, join, relative } from "node:path";
import { type Diagnostic, finding } from "@dd0c/track-codegen";
import { numbered } from "../code-pages.js";
import { printable } from "../reporters/cells.js";
import { many } from "../reporters/findings.js";
import { defaultFormat, type Format } from "../reporters/formats.js";
import { reporters } from "../reporters/index.js";
import type { Terminal } from "../terminal.js";
import { slashed } from "../workspace.js";
import { changeFinding } from "./change-findings.js";
import type { Comparison } from "./comparison.js";
import { reportChangesAsJson } from "./report-json.js";
import { reportChangesAsMarkdown } from "./report-markdown.js";

/** The words after `diff --format`. */
export type DiffFormat = Format | "markdown";

/** Prints comparisons in a format; gives the findings that the exit code is made of. */
export function printComparisons(
  comparisons: readonly Comparison[],
  folder: string,
  wanted: DiffFormat | undefined,
  terminal: Terminal,
): readonly Diagnostic<string>[] {
  const format = wanted ?? defaultFormat(terminal.env);
  const reader = readerFolder(format, terminal);
  const shown = (path: string): string =>
    isAbsolute(path) ? slashed(relative(reader, path)) : path;
  const inHead = format !== "pretty";
  const findings = comparisons.flatMap((it) => findingsOf(it, folder, inHead));
  const sources = new Map(
    comparisons.flatMap(({ base, head, file }) => [
      ...base.sources,
      ...head.sources,
      [join(folder, file.path), file.source] as const,
    ]),
  );
  if (format === "json") terminal.out(reportChangesAsJson(comparisons, shown));
  else if (format === "markdown") terminal.out(reportChangesAsMarkdown(comparisons, shown));
  else {
    const look = { colours: terminal.colours, width: Math.min(terminal.width, 140) };
    const isPretty = format === "pretty";
    if (isPretty) terminal.out(notes(findings, terminal));
    const diagnostics = isPretty
      ? findings.filter(({ severity }) => severity !== "info")
      : findings;
    terminal.out(reporters[format]({ diagnostics, sources, shown }, look));
  }
  return findings;
}

function findingsOf(
  comparison: Comparison,
  folder: string,
  inHead: boolean,
): readonly Diagnostic<string>[] {
  const { changes, problems, file } = comparison;
  return [
    ...changes.map((change) => changeFinding(change, comparison, inHead)),
    ...problems.map(({ code, severity, message, help, entry }) =>
      finding(code, { ...entry.span, file: join(folder, file.path) }, message, {
        severity,
        help,
        subject: `accepted/${entry.fingerprint}`,
      }),
    ),
  ];
}

/** What harms nobody, a line each. */
function notes(findings: readonly Diagnostic<string>[], { colours }: Terminal): string {
  const infos = findings.filter(({ severity }) => severity === "info");
  if (infos.length === 0) return "";
  const { dim, blue } = colours;
  const lines = infos.map(({ code, message }) => `  ${dim(numbered(code))} ${printable(message)}`);
  return `${blue("+")} ${many(infos.length, "note")}\n${lines.join("\n")}\n\n`;
}

/** GitHub and code scanning count from the checkout, people from where they are. */
function readerFolder(format: DiffFormat, { env, folder }: Terminal): string {
  const checkout = env.GITHUB_WORKSPACE;
  return format !== "pretty" && checkout !== undefined && checkout !== "" ? checkout : folder;
}
