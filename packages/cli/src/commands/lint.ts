import { relative, resolve } from "node:path";
import type { Diagnostic, Fix, Source } from "@dd0c/track-codegen";
import { applyFixes, lintCode, type PlanIndex } from "@dd0c/track-lint";
import { type Analysis, nameByTypes } from "@dd0c/track-lint/code";
import type { ExitCode } from "../exit-code.js";
import { analyseWorkspace } from "../lint/analyse-workspace.js";
import { changedFiles } from "../lint/changed-files.js";
import { findMentions } from "../lint/find-mentions.js";
import { lintSummary } from "../lint/lint-summary.js";
import { listCodeFiles } from "../lint/list-code-files.js";
import { openTypes } from "../lint/open-types.js";
import { plansForLint } from "../lint/plans-for-lint.js";
import { readSources } from "../lint/read-sources.js";
import { type FormatOptions, printFindings } from "../print-findings.js";
import { many } from "../reporters/findings.js";
import { type BaselineOptions, heedBaseline } from "../rules/baseline-file.js";
import { rulesOf } from "../rules/rules-of.js";
import type { Terminal } from "../terminal.js";
import { today } from "../today.js";
import { type VerdictOptions, verdictOn } from "../verdict.js";
import { openWorkspace, slashed, type Workspace, type WorkspaceOptions } from "../workspace.js";
import { write } from "../write.js";

/** Options of `lint`. */
export interface LintOptions
  extends FormatOptions,
    WorkspaceOptions,
    VerdictOptions,
    BaselineOptions {
  readonly fix?: boolean;
  /** Report only files that differ from this git ref. */
  readonly changedSince?: string;
  /** False: neither read nor write what is known of files. */
  readonly cache?: boolean;
  /** Ask a type checker about the names that the code alone does not tell. */
  readonly types?: boolean;
}

/** `dd0c-track lint [paths…]`: holds the code to the plan. All of it is read; paths limit what is reported. */
export async function lint(
  paths: readonly string[],
  options: LintOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const started = performance.now();
  const workspace = openWorkspace(terminal.folder, undefined, options);
  const { settings, notes } = rulesOf(workspace);
  const types = options.types === true ? await openTypes(workspace.folder) : null;
  const analyse = (): Analysis => {
    const read = analyseWorkspace(workspace, options);
    return types === null ? read : nameByTypes(read, types);
  };
  const reported = reportedFiles(workspace, paths, options, terminal);
  const { index, sources: plans } = plansForLint(workspace);
  let analysis = analyse();
  let sources = readSources(workspace.folder, plans);
  const judge = (): readonly Diagnostic<string>[] =>
    lintCode(analysis, index, {
      rules: settings,
      today: today(),
      mentioned: mentionsIn(workspace, analysis, index),
      sources,
      isWhole: true,
    });
  let found = judge();
  if (options.fix === true) {
    const wanted = found.filter(({ span }) => reported(span.file));
    const fixed = writeFixes(workspace, wanted, sources);
    if (fixed > 0) {
      analysis = analyse();
      sources = readSources(workspace.folder, plans);
      found = judge();
      terminal.err(`${terminal.errColours.green("✓")} mended ${many(fixed, "finding")}\n`);
    }
  }
  const heeded = heedBaseline([{ diagnostics: found }], ["code"], textsOf(found, sources), {
    workspace,
    options,
    terminal,
  });
  const diagnostics = heeded.diagnostics.filter(({ span }) => reported(span.file));
  const { config, folder } = workspace;
  const texts =
    config === null ? heeded.sources : new Map([...heeded.sources, [config.path, config]]);
  const all = [...notes, ...diagnostics];
  await printFindings({ diagnostics: all, sources: texts, folder }, options, terminal);
  const { dim, green } = terminal.errColours;
  if (all.length === 0) terminal.err(`${green("✓")} nothing to report\n`);
  for (const line of lintSummary(analysis, performance.now() - started)) {
    terminal.err(`${dim(line)}\n`);
  }
  return verdictOn(all, options);
}

/** The texts that findings point into. */
function textsOf(
  found: readonly Diagnostic<string>[],
  sources: ReturnType<typeof readSources>,
): ReadonlyMap<string, Source> {
  const spans = found.flatMap(({ span, related }) => [span, ...related.map((it) => it.span)]);
  const files = [...new Set(spans.map(({ file }) => file))];
  return new Map(
    files.flatMap((file) => {
      const source = sources(file);
      return source === null ? [] : [[file, source] as const];
    }),
  );
}

/** Which files' findings are shown: those below the paths, and changed, where either was asked for. */
function reportedFiles(
  { folder }: Workspace,
  paths: readonly string[],
  { changedSince }: LintOptions,
  terminal: Terminal,
): (file: string) => boolean {
  const wanted = paths.map((path) => slashed(relative(folder, resolve(terminal.folder, path))));
  const changed = changedSince === undefined ? null : changedFiles(folder, changedSince);
  return (file) =>
    (wanted.length === 0 ||
      wanted.some((path) => path === "" || file === path || file.startsWith(`${path}/`))) &&
    (changed === null || changed.has(file));
}

/** Planned events that no call sends, and that some code names nevertheless. */
function mentionsIn(
  { folder }: Workspace,
  analysis: Analysis,
  { names }: PlanIndex,
): ReadonlySet<string> {
  const sent = new Set(analysis.sites.flatMap(({ event }) => event.names.map(({ name }) => name)));
  const silent = names.filter((name) => !sent.has(name));
  if (silent.length === 0) return new Set();
  const generated = new Set(analysis.generated.map(({ file }) => file));
  const files = listCodeFiles(folder).filter((file) => !generated.has(file));
  return findMentions(folder, files, silent);
}

/** Makes the safe edits; gives how many. */
function writeFixes(
  { folder }: Workspace,
  diagnostics: readonly Diagnostic<string>[],
  sources: ReturnType<typeof readSources>,
): number {
  const byFile = new Map<string, Fix[]>();
  for (const { fix } of diagnostics) {
    if (fix === null) continue;
    const known = byFile.get(fix.span.file);
    if (known === undefined) byFile.set(fix.span.file, [fix]);
    else known.push(fix);
  }
  const edits = [...byFile].flatMap(([path, fixes]) => {
    const before = sources(path)?.text;
    if (before === undefined) return [];
    const { text, applied } = applyFixes(before, fixes);
    return applied === 0 ? [] : [{ path, before, text, applied }];
  });
  write(folder, { writes: edits, removals: [], unchanged: 0 });
  return edits.reduce((sum, { applied }) => sum + applied, 0);
}
