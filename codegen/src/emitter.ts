import type * as z from "zod";
import type { ResolvedPlan } from "./plan/resolved-plan.js";

/**
 * Turns a resolved plan into files. Pure: the same plan and options give the same bytes; no disk,
 * clock or network. An emitter from outside this repository is as good as one from inside.
 */
export interface Emitter<Options = unknown> {
  /** Its name in `dd0c-track.yaml`, kebab-case. */
  readonly name: string;
  /** What it makes, in a sentence. */
  readonly description: string;
  /** What may stand under its name in `dd0c-track.yaml`; every option has a default. */
  readonly options: z.ZodType<Options>;
  /** The files, with paths relative to the emitter's output folder. */
  emit(
    plan: ResolvedPlan,
    options: Options,
  ): readonly EmittedFile[] | Promise<readonly EmittedFile[]>;
}

/** A file that an emitter made. */
export interface EmittedFile {
  /** Relative to the output folder, with `/`; never leaves it. */
  readonly path: string;
  readonly text: string;
}
