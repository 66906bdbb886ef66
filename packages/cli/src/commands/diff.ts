import { acceptChanges } from "../diff/accept-changes.js";
import { type CompareOptions, compareAll } from "../diff/compare-all.js";
import type { Comparison } from "../diff/comparison.js";
import { type DiffFormat, printComparisons } from "../diff/print-comparisons.js";
import { writeChangeset } from "../diff/write-changeset.js";
import type { ExitCode } from "../exit-code.js";
import { many } from "../reporters/findings.js";
import type { Terminal } from "../terminal.js";
import { type VerdictOptions, verdictOn } from "../verdict.js";
import { openConfig, openWorkspace } from "../workspace.js";

/** Options of `diff`. */
export interface DiffOptions extends CompareOptions, VerdictOptions {
  readonly format?: DiffFormat;
  /** Fingerprints to accept, with `reason`. */
  readonly accept?: readonly string[];
  readonly reason?: string;
  readonly by?: string;
  readonly until?: string;
}

/** `dd0c-track diff <base> [head]`: says what a change of a plan breaks, and for whom. */
export function diff(
  base: string,
  head: string | undefined,
  options: DiffOptions,
  terminal: Terminal,
): ExitCode {
  const cwd = terminal.folder;
  const workspace =
    head === undefined ? openWorkspace(cwd, undefined, options) : openConfig(cwd, options);
  const folder = workspace?.folder ?? cwd;
  const compare = () => compareAll({ base, head, cwd, workspace }, options);
  const first = compare();
  const comparisons = acceptChanges(first.comparisons, folder, options, terminal)
    ? compare().comparisons
    : first.comparisons;
  if (options.changeset === true) writeChangeset(comparisons, workspace, options, terminal);
  const findings = printComparisons(comparisons, folder, options.format, terminal);
  for (const name of first.unplanned)
    terminal.err(
      `There is no plan at ${base} yet${name === "" ? "" : ` (${name})`}: all of it is new.\n`,
    );
  for (const comparison of comparisons) summarise(comparison, terminal);
  return verdictOn(findings, options);
}

/** A line for people, beside whatever format the findings have. */
function summarise(
  { base, head, changes, accepted, problems, bump }: Comparison,
  terminal: Terminal,
): void {
  const { green, red, yellow } = terminal.errColours;
  const worst = new Set([...changes, ...problems].map(({ severity }) => severity));
  const mark = worst.has("error") ? red("✗") : worst.has("warning") ? yellow("!") : green("✓");
  const way = `${base.label} → ${head.label}`;
  if (changes.length + accepted.length + problems.length === 0) {
    terminal.err(`${mark} ${way}: nothing changed that anybody notices\n`);
    return;
  }
  const through = accepted.length === 0 ? "" : `, ${accepted.length} accepted`;
  const step = bump === "none" ? "" : `; the version needs a ${bump} step`;
  terminal.err(`${mark} ${way}: ${many(changes.length, "change")}${through}${step}\n`);
}
