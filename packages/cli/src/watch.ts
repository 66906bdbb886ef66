import { type FSWatcher, watch as watchFolder } from "node:fs";
import { dirname, join } from "node:path";
import type { ParseCache } from "@dd0c/track-codegen";
import { BadInput } from "./bad-input.js";
import { describeFailure } from "./describe-failure.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import {
  configuredWorkspace,
  type GenerateOptions,
  type Generation,
  generateAll,
  writtenLine,
} from "./generation.js";
import { printFindings } from "./print-findings.js";
import type { Terminal } from "./terminal.js";
import type { Workspace } from "./workspace.js";
import { write } from "./write.js";
import { type DiskMemory, rememberWritten } from "./write-plan.js";

/** Milliseconds of quiet after a change before a run begins: editors save in several steps. */
const quiet = 10;

/** Findings shown after a run: the next run shows what is left. */
const mostShown = 10;

/** `generate --watch`: generates now and after every change, until Ctrl-C. */
export async function watch(
  workspace: Workspace,
  options: GenerateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const cache: ParseCache = new Map();
  const memory: DiskMemory = new Map();
  const changes = new Changes();
  // Before anything is read, so that no change is missed; the first run knows the folders exactly.
  changes.watch(
    foldersOf(
      workspace,
      workspace.projects.map(({ plan }) => dirname(plan)),
    ),
  );
  process.once("SIGINT", () => changes.end());
  process.once("SIGTERM", () => changes.end());
  do {
    const started = performance.now();
    try {
      const current = configuredWorkspace(terminal.folder, options);
      const generation = await generateAll(current, cache, memory);
      const folders = generation.compiled.flatMap(({ files }) => [...files.folders]);
      changes.watch(foldersOf(current, folders));
      await report(current, generation, { started, memory }, options, terminal);
    } catch (error) {
      // A config that makes no sense yet, or an emitter that throws: the next change may mend it.
      await describeFailure(error, options.verbose === true, terminal);
      if (!(error instanceof BadInput)) cache.clear();
    }
  } while (await changes.next());
  changes.close();
  return exitCode.clean;
}

async function report(
  workspace: Workspace,
  generation: Generation,
  { started, memory }: { readonly started: number; readonly memory: DiskMemory },
  options: GenerateOptions,
  terminal: Terminal,
): Promise<void> {
  const { green, red, dim } = terminal.errColours;
  const { writes } = generation;
  await printFindings(
    { ...generation, most: mostShown, folder: workspace.folder },
    options,
    terminal,
  );
  if (writes !== null) {
    write(workspace.folder, writes);
    rememberWritten(workspace.folder, writes, memory);
  }
  const time = dim(`${Math.round(performance.now() - started)} ms`);
  const line =
    writes === null ? `${red("✗")} nothing was written` : `${green("✓")} ${writtenLine(writes)}`;
  terminal.err(`${line} ${time}\n`);
}

/** The folders that plans are in, and the config's own, where only YAML matters. */
function foldersOf(workspace: Workspace, folders: readonly string[]): ReadonlyMap<string, Matters> {
  return new Map([
    [workspace.folder, isYaml],
    ...folders.map((folder) => [join(workspace.folder, folder), isPlanFile] as const),
  ]);
}

/** Whether a change of a file of this name is one to act on. */
type Matters = (name: string) => boolean;

/** Waits for changes of YAML files in a set of folders. */
class Changes {
  readonly #watchers = new Map<
    string,
    { readonly watcher: FSWatcher; readonly matters: Matters }
  >();
  #timer: NodeJS.Timeout | undefined;
  #wake: ((more: boolean) => void) | undefined;
  #pending = false;
  #ended = false;

  /** Watches these folders from now on, and no others. */
  watch(folders: ReadonlyMap<string, Matters>): void {
    for (const [folder, { watcher, matters }] of this.#watchers) {
      if (folders.get(folder) === matters) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const [folder, matters] of folders) this.#open(folder, matters);
  }

  /** Resolves after the next change, with false at the end. */
  next(): Promise<boolean> {
    if (this.#ended) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#wake = resolve;
      if (this.#pending) this.#settle();
    });
  }

  end(): void {
    this.#ended = true;
    this.#wake?.(false);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.watch(new Map());
  }

  #open(folder: string, matters: Matters): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = watchFolder(folder, (_event, name) => {
        if (name === null || matters(name)) this.#settle();
      });
      watcher.on("error", () => {
        watcher.close();
        this.#watchers.delete(folder);
      });
      this.#watchers.set(folder, { watcher, matters });
    } catch {
      // A folder that was removed meanwhile: its parent reports when it comes back.
    }
  }

  #settle(): void {
    this.#pending = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#wake === undefined) return;
      const wake = this.#wake;
      this.#wake = undefined;
      this.#pending = false;
      wake(true);
    }, quiet);
  }
}

/** In the config's folder, where much else happens. */
function isYaml(name: string): boolean {
  return /\.ya?ml$/.test(name);
}

/** YAML and JSON (raw JSON Schemas) matter, and so does a folder that comes or goes. */
function isPlanFile(name: string): boolean {
  return !name.startsWith(".") && (/\.(ya?ml|json)$/.test(name) || !name.includes("."));
}
