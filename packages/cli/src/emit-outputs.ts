import type { EmittedFile, Emitter, ResolvedPlan } from "@dd0c/track-codegen";
import { BadInput } from "./bad-input.js";
import type { Output, Project } from "./config.js";
import { loadEmitter } from "./load-emitter.js";
import type { Workspace } from "./workspace.js";
import type { WantedOutput } from "./write-plan.js";

/** An output that is ready to run: its emitter was found and its options make sense. */
export interface ReadyOutput {
  readonly output: Output;
  readonly emitter: Emitter;
  readonly options: unknown;
}

/** Finds the emitters of a project's outputs and checks their options; all findings at once. */
export async function readyOutputs(
  workspace: Workspace,
  project: Project,
): Promise<readonly ReadyOutput[]> {
  const ready: ReadyOutput[] = [];
  const diagnostics = [];
  for (const output of project.outputs) {
    const emitter = await loadEmitter(output, workspace);
    const options = emitter.options.safeParse(output.options);
    if (options.success) ready.push({ output, emitter, options: options.data });
    else diagnostics.push(...output.describeOptions(emitter.options, options.error.issues));
  }
  if (diagnostics.length === 0) return ready;
  const { config, folder } = workspace;
  const sources = new Map(config === null ? [] : [[config.path, config]]);
  throw new BadInput("The config makes no sense yet.", { diagnostics, sources, folder });
}

/** Runs the emitters. Nothing is written. */
export async function emitOutputs(
  plan: ResolvedPlan,
  ready: readonly ReadyOutput[],
): Promise<readonly WantedOutput[]> {
  const wanted: WantedOutput[] = [];
  for (const { output, emitter, options } of ready) {
    const files = await emitFiles(plan, emitter, options);
    wanted.push({ to: output.to, span: output.span, files });
  }
  return wanted;
}

async function emitFiles(
  plan: ResolvedPlan,
  emitter: Emitter,
  options: unknown,
): Promise<readonly EmittedFile[]> {
  try {
    return await emitter.emit(plan, options);
  } catch (error) {
    throw new EmitterFailure(emitter.name, error);
  }
}

/** An emitter threw: its own bug, built in or not. */
export class EmitterFailure extends Error {
  override readonly name: string = "EmitterFailure";

  constructor(emitter: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The emitter "${emitter}" failed: ${reason}`, { cause });
  }
}
