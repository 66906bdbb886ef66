import { type ExitCode, exitCode } from "../exit-code.js";
import {
  configuredWorkspace,
  type GenerateOptions,
  generateAll,
  writtenLine,
} from "../generation.js";
import { notInstalled } from "../not-installed.js";
import { printFindings } from "../print-findings.js";
import { reportDrift } from "../report-drift.js";
import type { Terminal } from "../terminal.js";
import { write } from "../write.js";

/** `dd0c-track generate`: writes what the config's outputs make of its plans. */
export async function generate(options: GenerateOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = configuredWorkspace(terminal.folder, options);
  if (options.watch === true) {
    const { watch } = await import("../watch.js");
    return watch(workspace, options, terminal);
  }
  const generation = await generateAll(workspace);
  const { writes } = generation;
  if (options.check === true && writes !== null) {
    return reportDrift(workspace, { ...generation, writes }, options, terminal);
  }
  await printFindings({ ...generation, folder: workspace.folder }, options, terminal);
  if (writes === null) return exitCode.findings;
  write(workspace.folder, writes);
  terminal.err(`${terminal.errColours.green("✓")} ${writtenLine(writes)}\n`);
  sayWhatIsMissing(notInstalled(workspace.folder, writes.writes), terminal);
  return exitCode.clean;
}

function sayWhatIsMissing(packages: readonly string[], { err, errColours }: Terminal): void {
  if (packages.length === 0) return;
  const isOurs = packages.some((name) => name.startsWith("@dd0c/"));
  const price = isOurs ? ", and without them TypeScript refuses no wrong call" : "";
  err(`${errColours.yellow("!")} The generated files import what is not installed here${price}:
  npm install ${packages.join(" ")}
`);
}
