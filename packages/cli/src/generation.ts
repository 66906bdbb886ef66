import type { Diagnostic, ParseCache, Source } from "@dd0c/track-codegen";
import { BadInput } from "./bad-input.js";
import { type CompiledProject, compileProject } from "./compile-project.js";
import { configName } from "./config-file.js";
import { emitOutputs, type ReadyOutput, readyOutputs } from "./emit-outputs.js";
import type { FormatOptions } from "./print-findings.js";
import { many } from "./reporters/findings.js";
import { openConfig, type Workspace, type WorkspaceOptions } from "./workspace.js";
import {
  type DiskMemory,
  obstacles,
  planWrites,
  type WantedOutput,
  type WritePlan,
  wantedFiles,
} from "./write-plan.js";

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

/** The workspace of the nearest config; without one, or without outputs, there is nothing to generate. */
export function configuredWorkspace(folder: string, options: WorkspaceOptions): Workspace {
  const workspace = openConfig(folder, options);
  if (workspace?.projects.every(({ outputs }) => outputs.length === 0) === true) {
    throw new BadInput(`${workspace.config?.path ?? configName} asks for no outputs.`, {
      help: "Add `outputs: [{ emitter: typescript, to: src/track }]`.",
    });
  }
  if (workspace !== null) return workspace;
  throw new BadInput(`There is no ${configName} here or above.`, {
    help: "It names the plan and what to make of it. Run `dd0c-track init` to start one.",
  });
}

/** Compiles every plan, runs every emitter and compares with what is there. Writes nothing. `cache` and `memory` spare work from one run to the next. */
export async function generateAll(
  workspace: Workspace,
  cache?: ParseCache,
  memory: DiskMemory = new Map(),
): Promise<Generation> {
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
  const writes = planWrites(
    workspace.folder,
    files,
    {
      folders: wanted.map(({ to }) => to),
      plans: new Set(workspace.projects.map(({ plan }) => plan)),
    },
    memory,
  );
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
  if (writes.length + removals.length === 0) {
    return unchanged === 1 ? "the file is up to date" : `all ${unchanged} files are up to date`;
  }
  const removed = removals.length > 0 ? `, removed ${removals.length}` : "";
  const rest = unchanged > 0 ? `; ${unchanged} were up to date` : "";
  return `wrote ${many(writes.length, "file")}${removed}${rest}`;
}
