import type { Diagnostic } from "@dd0c/track-codegen";
import { checkPlan, type RuleSettings } from "@dd0c/track-lint";
import { type CompiledProject, compileProject } from "../compile-project.js";
import type { ExitCode } from "../exit-code.js";
import { planCounts } from "../plan-counts.js";
import { type FormatOptions, printFindings } from "../print-findings.js";
import { type BaselineOptions, type BaselinePart, heedBaseline } from "../rules/baseline-file.js";
import { rulesOf } from "../rules/rules-of.js";
import type { Terminal } from "../terminal.js";
import { today } from "../today.js";
import { type VerdictOptions, verdictOn } from "../verdict.js";
import { openWorkspace, type WorkspaceOptions } from "../workspace.js";

/** Options of `check`. */
export interface CheckOptions
  extends FormatOptions,
    WorkspaceOptions,
    VerdictOptions,
    BaselineOptions {}

/** `dd0c-track check [plan]`: reads and resolves plans, holds them to the rules, and prints everything that is wrong. */
export async function check(
  wanted: string | undefined,
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const workspace = openWorkspace(terminal.folder, wanted, options);
  const compiled = workspace.projects.map((project) => compileProject(workspace, project));
  const { settings, notes } = rulesOf(workspace);
  const parts = compiled.map((it) => partOf(it, settings));
  const texts = new Map(compiled.flatMap((it) => [...it.sources]));
  const context = { workspace, options, terminal };
  const { diagnostics, sources } = heedBaseline(parts, ["plan"], texts, context);
  const { config, folder } = workspace;
  const shown = config === null ? sources : new Map([...sources, [config.path, config]]);
  const all = [...notes, ...inOrder(diagnostics)];
  await printFindings({ diagnostics: all, sources: shown, folder }, options, terminal);
  for (const { plan } of compiled) {
    const { green } = terminal.errColours;
    if (plan !== null) terminal.err(`${green("✓")} ${planCounts(plan)}\n`);
  }
  return verdictOn(all, options);
}

/** What the compiler and the rules find in a plan; rules look at plans without errors only. */
function partOf(
  { plan, diagnostics, sources, project }: CompiledProject,
  settings: RuleSettings,
): BaselinePart {
  const found = plan === null ? [] : checkPlan(plan, { sources, settings, today: today() });
  return { diagnostics: [...diagnostics, ...found], plan: project.name, isJudged: plan !== null };
}

/** By file and place: the compiler's and the rules' findings side by side. */
function inOrder(diagnostics: readonly Diagnostic<string>[]): readonly Diagnostic<string>[] {
  return [...diagnostics].sort((a, b) => {
    if (a.span.file !== b.span.file) return a.span.file < b.span.file ? -1 : 1;
    return a.span.start - b.span.start;
  });
}
