import { type Audience, usualGrace } from "@dd0c/track-lint";
import { BadInput } from "../bad-input.js";
import type { Project } from "../config.js";
import { noSettings } from "../config-settings.js";
import { rulesOf } from "../rules/rules-of.js";
import { today } from "../today.js";
import type { Workspace, WorkspaceOptions } from "../workspace.js";
import { readAccepted } from "./accepted-file.js";
import { changesetFolder, pendingBump, releasedPackages } from "./changeset.js";
import { acceptedPathOf, type ComparisonSettings, comparePlans } from "./compare-plans.js";
import type { Comparison } from "./comparison.js";
import { isInTree } from "./git-tree.js";
import { readSide, readWorkspace } from "./read-side.js";
import type { Side } from "./side.js";

/** Options of a comparison. */
export interface CompareOptions extends WorkspaceOptions {
  /** Audiences, divided by commas. */
  readonly for?: string;
  /** Days before which a stable event's end is announced. */
  readonly grace?: number;
  /** The file of accepted changes, in place of the one beside the plan. */
  readonly accepted?: string;
  /** A changeset is written, so that the version is as large as it must be. */
  readonly changeset?: boolean;
  /** Packages whose changesets declare the version. */
  readonly package?: readonly string[];
}

/** What is compared. */
export interface Wanted {
  readonly base: string;
  /** Undefined: every plan of the working tree. */
  readonly head: string | undefined;
  readonly cwd: string;
  readonly workspace: Workspace | null;
}

/** Compares each plan that is asked for; plans that the base does not have yet are only named. */
export function compareAll(
  wanted: Wanted,
  options: CompareOptions,
): { readonly comparisons: readonly Comparison[]; readonly unplanned: readonly string[] } {
  const { base, head, cwd, workspace } = wanted;
  const all: readonly (Project | null)[] = workspace?.projects ?? [null];
  const projects = head === undefined ? all : all.slice(0, 1);
  const settings = settingsOf(wanted, options);
  const comparisons: Comparison[] = [];
  const unplanned: string[] = [];
  for (const project of projects) {
    const name = project?.name ?? "";
    const context = { cwd, workspace, project };
    const to = head === undefined ? workingTree(workspace, project) : readSide(head, context);
    if (to === null) throw new BadInput(`There is no plan at ${head}.`);
    const from = readSide(base, context);
    if (from === null) {
      unplanned.push(name);
      continue;
    }
    const path =
      options.accepted ?? workspace?.accepted ?? acceptedPathOf(project?.plan ?? "plan.yaml");
    const file = readAccepted(workspace?.folder ?? cwd, path);
    comparisons.push(comparePlans(name, { base: from, head: to }, file, settings));
  }
  return { comparisons, unplanned };
}

function workingTree(workspace: Workspace | null, project: Project | null): Side | null {
  if (workspace === null || project === null) return null;
  return readWorkspace("the working tree", { ...workspace, projects: [project] }, project);
}

function settingsOf({ base, workspace }: Wanted, options: CompareOptions): ComparisonSettings {
  const packages = workspace === null ? [] : releasedPackages(workspace, options.package ?? []);
  const folder = workspace === null ? null : changesetFolder(workspace.folder);
  const isOld = (name: string): boolean => folder !== null && isInTree(folder, base, name);
  return {
    today: today(),
    grace: { ...usualGrace, stable: options.grace ?? usualGrace.stable },
    rules: rulesOf(workspace ?? noSettings).settings,
    audiences: audiencesIn(options.for),
    pending: (needed) => {
      if (options.changeset === true) return needed === "none" ? null : needed;
      return pendingBump(folder, packages, isOld);
    },
  };
}

const audiences: readonly Audience[] = ["source", "wire", "analysis", "privacy"];

function audiencesIn(list: string | undefined): readonly Audience[] {
  return (list ?? "").split(",").flatMap((word) => {
    const wanted = word.trim().toLowerCase();
    if (wanted === "") return [];
    const found = audiences.find((it) => it === wanted || it.charAt(0) === wanted);
    if (found !== undefined) return found;
    throw new BadInput(`Nobody is called "${word.trim()}".`, {
      help: `\`--for\` takes ${audiences.join(", ")}, divided by commas.`,
    });
  });
}
