import { compileProject } from "../compile-project.js";
import type { ExitCode } from "../exit-code.js";
import { planCounts } from "../plan-counts.js";
import { type FormatOptions, printFindings } from "../print-findings.js";
import type { Terminal } from "../terminal.js";
import { type VerdictOptions, verdictOn } from "../verdict.js";
import { openWorkspace, type WorkspaceOptions } from "../workspace.js";

/** Options of `check`. */
export interface CheckOptions extends FormatOptions, WorkspaceOptions, VerdictOptions {}

/** `dd0c-track check [plan]`: reads and resolves plans, and prints everything that is wrong. */
export function check(
  wanted: string | undefined,
  options: CheckOptions,
  terminal: Terminal,
): ExitCode {
  const workspace = openWorkspace(terminal.folder, wanted, options);
  const compiled = workspace.projects.map((project) => compileProject(workspace, project));
  const diagnostics = compiled.flatMap((it) => it.diagnostics);
  const sources = new Map(compiled.flatMap((it) => [...it.sources]));
  printFindings({ diagnostics, sources, folder: workspace.folder }, options, terminal);
  for (const { plan } of compiled) {
    const { green } = terminal.errColours;
    if (plan !== null) terminal.err(`${green("✓")} ${planCounts(plan)}\n`);
  }
  return verdictOn(diagnostics, options);
}
