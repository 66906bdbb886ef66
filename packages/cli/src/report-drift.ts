import { createSource, type Diagnostic, finding } from "@dd0c/track-codegen";
import { type ExitCode, exitCode } from "./exit-code.js";
import { type Generation, writtenLine } from "./generation.js";
import { firstDifference, lineDiff } from "./line-diff.js";
import { type FormatOptions, printFindings } from "./print-findings.js";
import { many } from "./reporters/findings.js";
import { defaultFormat } from "./reporters/formats.js";
import type { Terminal } from "./terminal.js";
import type { Workspace } from "./workspace.js";
import type { WritePlan } from "./write-plan.js";

/** `generate --check`: shows what is stale, as a diff or as findings, and writes nothing. */
export async function reportDrift(
  { folder }: Workspace,
  generation: Generation & { readonly writes: WritePlan },
  options: FormatOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { writes, removals } = generation.writes;
  const stale = [
    ...writes.map(({ path, before, text }) => ({ path, before, after: text })),
    ...removals.map(({ path, before }) => ({ path, before, after: null })),
  ];
  const { green, red } = terminal.errColours;
  const format = options.format ?? defaultFormat(terminal.env);
  if (format === "pretty") {
    await printFindings({ ...generation, folder }, options, terminal);
    for (const { path, before, after } of stale) {
      terminal.out(lineDiff(path, before, after, terminal.colours));
    }
  } else {
    const diagnostics = [...generation.diagnostics, ...stale.map(drift)];
    const sources = new Map(generation.sources);
    for (const { path, before } of stale) sources.set(path, createSource(path, before ?? ""));
    await printFindings({ diagnostics, sources, folder }, options, terminal);
  }
  if (stale.length === 0) {
    terminal.err(`${green("✓")} ${writtenLine(generation.writes)}\n`);
    return exitCode.clean;
  }
  terminal.err(
    `${red("✗")} ${many(stale.length, "generated file")} out of date. Run \`dd0c-track generate\` and commit.\n`,
  );
  return exitCode.findings;
}

function drift(file: {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}): Diagnostic {
  const { path, before, after } = file;
  const source = createSource(path, before ?? "");
  const line = before === null || after === null ? 1 : firstDifference(before, after);
  const start = source.starts[line - 1] ?? 0;
  const what =
    before === null ? "is missing" : after === null ? "is no longer generated" : "is out of date";
  return finding("generated-file-stale", { file: path, start, end: start }, `${path} ${what}.`, {
    help: "Run `dd0c-track generate` and commit what it writes.",
  });
}
