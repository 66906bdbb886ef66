import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSource, type Diagnostic, finding, type Source } from "@dd0c/track-codegen";
import {
  applyBaseline,
  type Baseline,
  type BaselineResult,
  type BaselineScope,
  baselineOf,
  parseBaseline,
  printBaseline,
  prunedBaseline,
  type RulePage,
  rulebook,
} from "@dd0c/track-lint";
import { BadInput } from "../bad-input.js";
import { many } from "../reporters/findings.js";
import type { Terminal } from "../terminal.js";
import type { Workspace } from "../workspace.js";
import { write } from "../write.js";

/** What may be done to a baseline from the command line. */
export interface BaselineOptions {
  /** Forgive everything that is found now. */
  readonly writeBaseline?: boolean;
  /** Forget what is no longer found. */
  readonly pruneBaseline?: boolean;
}

/** Findings of one plan, or of the workspace's code. */
export interface BaselinePart {
  readonly diagnostics: readonly Diagnostic<string>[];
  /** The plan's name in the config; absent for code and for a plan that stands alone. */
  readonly plan?: string;
  /** False where errors kept the rules from looking: then the baseline is neither stale nor rewritten. */
  readonly isJudged?: boolean;
}

/**
 * What is left of findings after the workspace's baseline: new ones, and a finding for each entry that
 * forgives more than there is. Writes the baseline where that was asked for.
 */
export function heedBaseline(
  parts: readonly BaselinePart[],
  families: readonly RulePage["family"][],
  sources: ReadonlyMap<string, Source>,
  {
    workspace,
    options,
    terminal,
  }: {
    readonly workspace: Pick<Workspace, "folder" | "baseline">;
    readonly options: BaselineOptions;
    readonly terminal: Terminal;
  },
): {
  readonly diagnostics: readonly Diagnostic<string>[];
  readonly sources: ReadonlyMap<string, Source>;
} {
  const source = readBaseline(workspace);
  const before = source === null ? null : parsed(source);
  const scopes = parts.map(
    ({ plan, isJudged = true }): BaselineScope => ({
      rules: rulebook,
      families: isJudged ? families : [],
      sources,
      ...(plan === undefined || plan === "" ? {} : { plan }),
    }),
  );
  let baseline = before ?? emptyBaseline;
  if (options.writeBaseline === true) {
    for (const [index, scope] of scopes.entries())
      baseline = baselineOf(parts[index]?.diagnostics ?? [], baseline, scope);
  }
  let results = judge(parts, baseline, scopes);
  if (options.pruneBaseline === true) {
    baseline = prunedBaseline(
      baseline,
      results.flatMap(({ stale }) => stale),
    );
    results = judge(parts, baseline, scopes);
  }
  const isAsked = options.writeBaseline === true || options.pruneBaseline === true;
  if (isAsked) save(workspace, source, baseline, terminal);
  const stale =
    source === null || isAsked ? [] : results.flatMap((it) => it.stale.map(staleIn(source)));
  const forgiven = results.reduce((sum, it) => sum + it.forgiven, 0);
  if (forgiven > 0) {
    const line = `${many(forgiven, "finding")} forgiven by ${workspace.baseline}`;
    terminal.err(`${terminal.errColours.dim(line)}\n`);
  }
  return {
    diagnostics: [...results.flatMap(({ kept }) => kept), ...stale],
    sources: source === null ? sources : new Map([...sources, [source.path, source]]),
  };
}

const emptyBaseline: Baseline = { format: 1, findings: [] };

function judge(
  parts: readonly BaselinePart[],
  baseline: Baseline,
  scopes: readonly BaselineScope[],
): readonly BaselineResult[] {
  return scopes.map((scope, index) =>
    applyBaseline(parts[index]?.diagnostics ?? [], baseline, scope),
  );
}

function readBaseline({ folder, baseline }: Pick<Workspace, "folder" | "baseline">): Source | null {
  const path = join(folder, baseline);
  return existsSync(path) ? createSource(baseline, readFileSync(path, "utf8")) : null;
}

function parsed({ path, text }: Source): Baseline {
  const baseline = parseBaseline(text);
  if (!("problem" in baseline)) return baseline;
  throw new BadInput(`The baseline ${path} cannot be read. ${baseline.problem}`, {
    help: "Write it anew with `--write-baseline`, after moving this one away.",
  });
}

function save(
  { folder, baseline: path }: Pick<Workspace, "folder" | "baseline">,
  before: Source | null,
  baseline: Baseline,
  { err, errColours: { green } }: Terminal,
): void {
  const text = printBaseline(baseline);
  const isNew = before?.text !== text;
  if (isNew)
    write(folder, {
      writes: [{ path, text, before: before?.text ?? null }],
      removals: [],
      unchanged: 0,
    });
  const count = many(baseline.findings.length, "entry").replace("entrys", "entries");
  err(`${green("✓")} ${path} ${isNew ? "written" : "is up to date"}: ${count}\n`);
}

/** A finding at the entry's line of the file. */
function staleIn(source: Source): (it: BaselineResult["stale"][number]) => Diagnostic<string> {
  return ({ entry: { rule, subject, count }, left }) => {
    const needle = `"rule":${JSON.stringify(rule)},"subject":${JSON.stringify(subject)}`;
    const at = Math.max(0, source.text.indexOf(needle));
    const span = { file: source.path, start: at, end: at === 0 ? 0 : at + needle.length };
    const message = `The baseline forgives ${count} of ${rule} in ${subject}, and there ${left === 1 ? "is" : "are"} ${left === 0 ? "none" : left}.`;
    return finding("baseline-entry-stale", span, message, {
      severity: "warning",
      help: "Run the command with `--prune-baseline`, and commit what it writes.",
      subject: `baseline/${rule}/${subject}`,
    });
  };
}
