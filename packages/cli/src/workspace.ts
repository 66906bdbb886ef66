import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Source } from "@dd0c/track-codegen";
import { BadInput } from "./bad-input.js";
import { type Project, parseConfig } from "./config.js";
import { configName } from "./config-file.js";
import { type ConfigSettings, noSettings } from "./config-settings.js";

/** The folder in which all paths start, and the plans in it that were asked for. */
export interface Workspace extends ConfigSettings {
  /** Absolute. */
  readonly folder: string;
  readonly projects: readonly Project[];
  /** The config file as read; null where there is none. */
  readonly config: Source | null;
}

/** What the command line says about where things are. */
export interface WorkspaceOptions {
  /** A config's path, in place of the nearest one above. */
  readonly config?: string;
}

/**
 * Finds the plans to work on: the one that `wanted` names (a path, or a name from the config); the plan
 * here, where a config further above is about others; or all of the config's.
 */
export function openWorkspace(
  cwd: string,
  wanted: string | undefined,
  options: WorkspaceOptions,
): Workspace {
  const configured = openConfig(cwd, options);
  if (wanted !== undefined) return workspaceOf(cwd, wanted, configured);
  if (configured !== null)
    return isOtherPlanHere(cwd, configured, options)
      ? workspaceOf(cwd, "plan.yaml", configured)
      : configured;
  for (const guess of ["plan.yaml", "schema/plan.yaml"]) {
    if (existsSync(join(cwd, guess)))
      return { folder: cwd, projects: [bare(guess)], config: null, ...noSettings };
  }
  throw new BadInput(`There is no ${configName} here or above, and no plan.yaml.`, {
    help: "Run `dd0c-track init` to start a plan, or name one: `dd0c-track check path/to/plan.yaml`.",
  });
}

/** Whether a plan stands right here that the config above knows nothing of, such as an example's. */
function isOtherPlanHere(
  cwd: string,
  { folder, projects }: Workspace,
  { config }: WorkspaceOptions,
): boolean {
  const here = join(cwd, "plan.yaml");
  if (config !== undefined || folder === cwd || !existsSync(here)) return false;
  return projects.every(({ plan }) => join(folder, plan) !== here);
}

/** The config and its plans; throws where it is wrong. Null where there is none. */
export function openConfig(cwd: string, options: WorkspaceOptions): Workspace | null {
  const path = options.config === undefined ? findAbove(cwd) : resolve(cwd, options.config);
  if (path === null) return null;
  if (!existsSync(path)) throw new BadInput(`There is no config at ${options.config}.`);
  const folder = dirname(path);
  const { source, projects, settings, diagnostics } = parseConfig(
    basename(path),
    readFileSync(path),
  );
  if (diagnostics.length > 0) {
    const sources = new Map([[source.path, source]]);
    throw new BadInput("The config makes no sense yet.", { diagnostics, sources, folder });
  }
  return {
    folder,
    projects: projects.map((project) => ({ ...project, plan: rootFileOf(project, folder) })),
    config: source,
    ...settings,
  };
}

/** A config may name the plan's folder, as the command line may. What is not there is a finding later. */
function rootFileOf({ plan }: Project, folder: string): string {
  const path = join(folder, plan);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? slashed(relative(folder, rootFileAt(path, plan))) : plan;
}

function findAbove(cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, configName);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return null;
  }
}

function workspaceOf(cwd: string, wanted: string, configured: Workspace | null): Workspace {
  const named = configured?.projects.filter(({ name }) => name === wanted) ?? [];
  if (configured !== null && named.length > 0) return { ...configured, projects: named };
  const path = rootFileAt(resolve(cwd, wanted), wanted);
  const known = configured?.projects.filter(({ plan }) => join(configured.folder, plan) === path);
  if (configured !== null && known !== undefined && known.length > 0) {
    return { ...configured, projects: known };
  }
  const folder = configured !== null && within(configured.folder, path) ? configured.folder : null;
  const home = folder ?? homeOf(cwd, path);
  return {
    folder: home,
    projects: [bare(slashed(relative(home, path)))],
    config: null,
    ...noSettings,
  };
}

/** The plan's root file: the path itself, or the `plan.yaml` in the folder that it names. */
function rootFileAt(path: string, wanted: string): string {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) {
    throw new BadInput(`There is no plan at ${wanted}.`, {
      help: "Name a plan's root file or folder, or run `dd0c-track init` to start a plan.",
    });
  }
  if (!facts.isDirectory()) return path;
  const inside = ["plan.yaml", "plan.yml", "schema/plan.yaml"].map((name) => join(path, name));
  const found = inside.find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  throw new BadInput(`There is no plan.yaml in ${wanted}.`, {
    help: "Name the plan's root file, the one that says `plan:`.",
  });
}

/** Where a plan without a config is at home: here, or in its repository, or in its own folder. */
function homeOf(cwd: string, path: string): string {
  if (within(cwd, path)) return cwd;
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git")) || existsSync(join(folder, configName))) return folder;
  }
  return dirname(path);
}

function within(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function bare(plan: string): Project {
  return { name: "", plan, outputs: [] };
}

/** A path as the compiler writes it, with `/`. */
export function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
