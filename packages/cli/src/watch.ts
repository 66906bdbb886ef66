import { type FSWatcher, watch as watchFolder } from "node:fs";
import { join } from "node:path";
import type { ParseCache } from "@dd0c/track-codegen";
import { BadInput } from "./bad-input.js";
import {
  configuredWorkspace,
  type GenerateOptions,
  type Generation,
  generateAll,
  writtenLine,
} from "./commands/generate.js";
import { describeFailure } from "./describe-failure.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { printFindings } from "./print-findings.js";
import { summaryOf } from "./reporters/findings.js";
import type { Terminal } from "./terminal.js";
import type { Workspace } from "./workspace.js";
import { write } from "./write.js";

/** Milliseconds of quiet after a change before a run begins: editors save in several steps. */
const quiet = 20;

/** `generate --watch`: generates now and after every change, until Ctrl-C. */
export async function watch(
  first: Workspace,
  options: GenerateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const cache: ParseCache = new Map();
  const changes = new Changes();
  let workspace = first;
  process.once("SIGINT", () => changes.end());
  process.once("SIGTERM", () => changes.end());
  do {
    const started = performance.now();
    try {
      workspace = configuredWorkspace(terminal.folder, options);
      const generation = await generateAll(workspace, cache);
      changes.watch(foldersOf(workspace, generation));
      report(workspace, generation, started, options, terminal);
    } catch (error) {
      // A config that makes no sense yet, or an emitter that throws: the next change may mend it.
      describeFailure(error, options.verbose === true, terminal);
      changes.watch([workspace.folder]);
      if (!(error instanceof BadInput)) cache.clear();
    }
  } while (await changes.next());
  changes.close();
  return exitCode.clean;
}

function report(
  workspace: Workspace,
  generation: Generation,
  started: number,
  options: GenerateOptions,
  terminal: Terminal,
): void {
  const { green, red, dim } = terminal.errColours;
  const { writes, diagnostics } = generation;
  printFindings({ ...generation, folder: workspace.folder }, options, terminal);
  if (writes !== null) write(workspace.folder, writes);
  const time = dim(`${Math.round(performance.now() - started)} ms`);
  const line =
    writes === null
      ? `${red("✗")} ${summaryOf({ diagnostics })}`
      : `${green("✓")} ${writtenLine(writes)}`;
  terminal.err(`${line} ${time}\n`);
}

function foldersOf(workspace: Workspace, { compiled }: Generation): readonly string[] {
  const folders = compiled.flatMap(({ files }) => [...files.folders]);
  return ["", ...folders].map((folder) => join(workspace.folder, folder));
}

/** Waits for changes of YAML files in a set of folders. */
class Changes {
  readonly #watchers = new Map<string, FSWatcher>();
  #timer: NodeJS.Timeout | undefined;
  #wake: ((more: boolean) => void) | undefined;
  #pending = false;
  #ended = false;

  /** Watches these folders from now on, and no others. */
  watch(folders: readonly string[]): void {
    const wanted = new Set(folders);
    for (const [folder, watcher] of this.#watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of wanted) this.#open(folder);
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
    this.watch([]);
  }

  #open(folder: string): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = watchFolder(folder, (_event, name) => {
        if (name === null || isPlanFile(name)) this.#settle();
      });
      watcher.on("error", () => {
        watcher.close();
        this.#watchers.delete(folder);
      });
      this.#watchers.set(folder, watcher);
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

/** YAML and JSON (raw JSON Schemas) matter, and so does a folder that comes or goes. */
function isPlanFile(name: string): boolean {
  return !name.startsWith(".") && (/\.(ya?ml|json)$/.test(name) || !name.includes("."));
}
