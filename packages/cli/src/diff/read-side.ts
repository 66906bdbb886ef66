import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Compilation, compilePlan, type PlanFiles } from "@dd0c/track-codegen";
import { BadInput } from "../bad-input.js";
import { compileProject } from "../compile-project.js";
import { type Project, parseConfig } from "../config.js";
import { configName } from "../config-file.js";
import { openWorkspace, type Workspace } from "../workspace.js";
import { openGitTree } from "./git-tree.js";
import { lineSource, spanAt } from "./line-source.js";
import { downloadedPackage, installedPackage, packedPackage } from "./packaged-plan.js";
import type { Side } from "./side.js";
import { type StoredPlan, storedPlan } from "./stored-plan.js";

/** What a side is read for: the plan of a workspace that it is compared with. */
export interface SideContext {
  readonly cwd: string;
  readonly workspace: Workspace | null;
  readonly project: Project | null;
}

/**
 * Reads one side: `npm:<package>`, a packed package, a folder, a plan file, a resolved plan or manifest
 * as JSON, an installed package, a git ref, or `ref:path`. Null where a ref holds no plan yet.
 */
export function readSide(spec: string, context: SideContext): Side | null {
  if (spec.startsWith("npm:")) return stored(spec, downloadedPackage(spec.slice(4), context.cwd));
  const path = resolve(context.cwd, spec);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts !== undefined) return readPath(spec, path, facts.isDirectory(), context);
  const fromGit = readRef(spec, context);
  if (fromGit !== undefined) return fromGit;
  const installed = installedPackage(spec, context.cwd);
  if (installed !== null) return stored(spec, installed);
  throw new BadInput(`"${spec}" is no git ref, no path and no installed package.`, {
    help: "In CI, fetch the ref first: `git fetch origin main`, or `fetch-depth: 0` for actions/checkout. A package from the registry is `npm:@scope/name@1.2.3`.",
  });
}

function readPath(spec: string, path: string, isFolder: boolean, context: SideContext): Side {
  if (!isFolder && /\.(tgz|tar\.gz)$/.test(path))
    return stored(spec, packedPackage(readFileSync(path), spec));
  if (!isFolder && path.endsWith(".json"))
    return stored(spec, storedPlan(readFileSync(path, "utf8"), spec));
  if (isFolder && isPackage(path)) {
    const carried = installedPackage(path, context.cwd);
    if (carried !== null) return stored(spec, carried);
  }
  return readWorkspace(spec, openWorkspace(context.cwd, spec, {}), context.project);
}

/** A folder with a package and no plan: what it carries is looked for. */
function isPackage(folder: string): boolean {
  const plans = ["plan.yaml", "plan.yml", "schema/plan.yaml", configName];
  return (
    existsSync(join(folder, "package.json")) && !plans.some((it) => existsSync(join(folder, it)))
  );
}

/** A plan of a workspace on disk; throws with the findings where it has errors. */
export function readWorkspace(label: string, workspace: Workspace, wanted: Project | null): Side {
  const [only, second] = workspace.projects;
  const project =
    second === undefined ? only : workspace.projects.find(({ name }) => name === wanted?.name);
  if (project === undefined) throw new BadInput(`There is more than one plan in ${label}.`);
  const compiled = compileProject(workspace, project);
  return sideOf(label, compiled, workspace.folder, (file) => join(workspace.folder, file));
}

function sideOf(
  label: string,
  { plan, diagnostics, sources }: Compilation,
  folder: string,
  pathOf: (file: string) => string,
): Side {
  if (plan === null)
    throw new BadInput(`The plan of ${label} has errors, so it cannot be compared.`, {
      diagnostics: diagnostics.filter(({ severity }) => severity === "error"),
      sources,
      folder,
    });
  const own = new Map(
    [...sources].map(([file, it]) => [pathOf(file), { ...it, path: pathOf(file) }]),
  );
  return {
    label,
    plan,
    sources: own,
    span: (origin) => spanAt(origin, own.get(pathOf(origin.file)), pathOf(origin.file)),
    isManifest: false,
  };
}

/** A plan in git: undefined where there is no such ref, null where the ref has no plan yet. */
function readRef(spec: string, { cwd, workspace, project }: SideContext): Side | null | undefined {
  const colon = spec.indexOf(":");
  const ref = colon === -1 ? spec : spec.slice(0, colon);
  const folder = workspace?.folder ?? cwd;
  const tree = openGitTree(folder, ref);
  if (tree === null) return undefined;
  const said =
    colon === -1
      ? null
      : spec
          .slice(colon + 1)
          .replace(/^\.\//, "")
          .replace(/\/+$/, "");
  const root = said === null ? plannedAt(tree, workspace, project) : rootAt(tree, said);
  if (tree.read(root) === null) {
    if (said === null) return null;
    throw new BadInput(`There is no plan at ${ref}:${said}.`, {
      help: `Name the plan's root file or folder as \`git ls-tree -r ${ref}\` shows it, from ${folder}.`,
    });
  }
  return sideOf(spec, compilePlan(root, tree), folder, (file) => `${ref}:${file}`);
}

/** Where the plan stood then: as the config of that day says, or where it stands today. */
function plannedAt(files: PlanFiles, workspace: Workspace | null, project: Project | null): string {
  const config = files.read(workspace?.config?.path ?? configName);
  const projects = config === null ? [] : parseConfig(configName, config).projects;
  const same = projects.find(({ name }) => name === project?.name) ?? projects[0];
  const paths = [same?.plan, project?.plan, "plan.yaml", "schema/plan.yaml"];
  return (
    paths.find((path) => path !== undefined && files.read(path) !== null) ??
    project?.plan ??
    "plan.yaml"
  );
}

function rootAt(files: PlanFiles, path: string): string {
  const inside = path === "" ? "" : `${path}/`;
  const paths = [path, `${inside}plan.yaml`, `${inside}plan.yml`, `${inside}schema/plan.yaml`];
  return paths.find((it) => /\.ya?ml$/.test(it) && files.read(it) !== null) ?? path;
}

/** A plan that was resolved before: its files' texts are not known, only their lines. */
function stored(label: string, { plan, isManifest }: StoredPlan): Side {
  const sources = new Map<string, ReturnType<typeof lineSource>>();
  return {
    label,
    plan,
    sources,
    span: (origin) => {
      const path = `${label}:${origin.file}`;
      const known = sources.get(path);
      const source = known ?? lineSource(path, mostLines);
      sources.set(path, source);
      return spanAt(origin, source, path);
    },
    isManifest,
  };
}

/** Lines that a plan's file may have to be pointed at. */
const mostLines = 100_000;
