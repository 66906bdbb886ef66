import {
  createSource,
  type Diagnostic,
  finding,
  type ParseCache,
  type Source,
} from "@dd0c/track-codegen";
import { BadInput } from "../bad-input.js";
import { type CompiledProject, compileProject } from "../compile-project.js";
import { configName } from "../config-file.js";
import { emitOutputs, type ReadyOutput, readyOutputs } from "../emit-outputs.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { firstDifference, lineDiff } from "../line-diff.js";
import { type FormatOptions, printFindings } from "../print-findings.js";
import { many } from "../reporters/findings.js";
import { defaultFormat } from "../reporters/formats.js";
import type { Terminal } from "../terminal.js";
import { openConfig, type Workspace, type WorkspaceOptions } from "../workspace.js";
import { write } from "../write.js";
import {
  obstacles,
  planWrites,
  type WantedOutput,
  type WritePlan,
  wantedFiles,
} from "../write-plan.js";

/** Options of `generate`. */
export interface GenerateOptions extends FormatOptions, WorkspaceOptions {
  /** Write nothing; show what is stale and fail. */
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly verbose?: boolean;
}

/** What a run came to, before anything is written. */
export interface Generation {
  readonly compiled: readonly CompiledProject[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, Source>;
  /** Null where errors keep everything from being written. */
  readonly writes: WritePlan | null;
}

/** `dd0c-track generate`: writes what the config's outputs make of its plans. */
export async function generate(options: GenerateOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = configuredWorkspace(terminal.folder, options);
  if (options.watch === true) {
    const { watch } = await import("../watch.js");
    return watch(workspace, options, terminal);
  }
  const generation = await generateAll(workspace, new Map());
  const { writes } = generation;
  if (options.check === true && writes !== null) {
    return reportDrift(workspace, { ...generation, writes }, options, terminal);
  }
  printFindings({ ...generation, folder: workspace.folder }, options, terminal);
  if (writes === null) return exitCode.findings;
  write(workspace.folder, writes);
  terminal.err(`${terminal.errColours.green("✓")} ${writtenLine(writes)}\n`);
  return exitCode.clean;
}

/** The workspace of the nearest config; without one there is nothing to generate. */
export function configuredWorkspace(folder: string, options: WorkspaceOptions): Workspace {
  const workspace = openConfig(folder, options);
  if (workspace !== null) return workspace;
  throw new BadInput(`There is no ${configName} here or above.`, {
    help: "It names the plan and what to make of it. Run `dd0c-track init` to start one.",
  });
}

/** Compiles every plan, runs every emitter and compares with what is there. Writes nothing. */
export async function generateAll(workspace: Workspace, cache: ParseCache): Promise<Generation> {
  const compiled = workspace.projects.map((project) => compileProject(workspace, project, cache));
  const wanted: WantedOutput[] = [];
  for (const { plan, project } of compiled) {
    const ready: readonly ReadyOutput[] = await readyOutputs(workspace, project);
    if (plan !== null) wanted.push(...(await emitOutputs(plan, ready)));
  }
  const findings = compiled.flatMap((it) => it.diagnostics);
  const sources = new Map(compiled.flatMap((it) => [...it.sources]));
  if (workspace.config !== null) sources.set(workspace.config.path, workspace.config);
  if (compiled.some(({ failed }) => failed)) {
    return { compiled, diagnostics: findings, sources, writes: null };
  }
  const { files, diagnostics } = wantedFiles(wanted);
  const writes = planWrites(workspace.folder, files, {
    folders: wanted.map(({ to }) => to),
    plans: new Set(workspace.projects.map(({ plan }) => plan)),
  });
  const blocked = [...diagnostics, ...obstacles(workspace.folder, writes, configSpan(workspace))];
  return {
    compiled,
    diagnostics: [...findings, ...blocked],
    sources,
    writes: blocked.length > 0 ? null : writes,
  };
}

function configSpan({ config, projects }: Workspace): Diagnostic["span"] {
  const first = projects.flatMap(({ outputs }) => outputs)[0];
  return first?.span ?? { file: config?.path ?? configName, start: 0, end: 0 };
}

/** `wrote 3 files, removed 1; 89 were up to date`. */
export function writtenLine({ writes, removals, unchanged }: WritePlan): string {
  if (writes.length + removals.length === 0) return `all ${many(unchanged, "file")} are up to date`;
  const removed = removals.length > 0 ? `, removed ${removals.length}` : "";
  const rest = unchanged > 0 ? `; ${unchanged} were up to date` : "";
  return `wrote ${many(writes.length, "file")}${removed}${rest}`;
}

function reportDrift(
  { folder }: Workspace,
  generation: Generation & { readonly writes: WritePlan },
  options: FormatOptions,
  terminal: Terminal,
): ExitCode {
  const { writes, removals } = generation.writes;
  const stale = [
    ...writes.map(({ path, before, text }) => ({ path, before, after: text })),
    ...removals.map(({ path, before }) => ({ path, before, after: null })),
  ];
  const { green, red } = terminal.errColours;
  const format = options.format ?? defaultFormat(terminal.env);
  if (format === "pretty") {
    printFindings({ ...generation, folder }, options, terminal);
    for (const { path, before, after } of stale) {
      terminal.out(lineDiff(path, before, after, terminal.colours));
    }
  } else {
    const diagnostics = [...generation.diagnostics, ...stale.map(drift)];
    const sources = new Map(generation.sources);
    for (const { path, before } of stale) sources.set(path, createSource(path, before ?? ""));
    printFindings({ diagnostics, sources, folder }, options, terminal);
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
