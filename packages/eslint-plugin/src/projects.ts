import { dirname, relative, sep } from "node:path";
import { findConfig, openPlans } from "@dd0c/track-lint";
import { Project } from "./project.js";

const projects = new Map<string, Project | string>();
const folders = new Map<string, string | null>();

/** Where a file belongs: its code base and its path in it, or a sentence about why there is none. */
export type Home =
  | { readonly project: Project; readonly file: string }
  | { readonly problem: string };

/** The code base of a file: that of the nearest `dd0c-track.yaml`, or of the one that settings name. */
export function projectOf(filename: string, config: string | null): Home {
  const path = config ?? configAbove(dirname(filename));
  if (path === null) {
    return {
      problem:
        "There is no dd0c-track.yaml at or above this file. `dd0c-track init` starts a plan.",
    };
  }
  const known = projects.get(path) ?? open(path);
  projects.set(path, known);
  if (typeof known === "string") return { problem: known };
  return { project: known, file: relative(dirname(path), filename).split(sep).join("/") };
}

function configAbove(folder: string): string | null {
  const known = folders.get(folder);
  if (known !== undefined) return known;
  const found = findConfig(folder);
  folders.set(folder, found);
  return found;
}

function open(path: string): Project | string {
  const opened = openPlans(path);
  return "problem" in opened ? opened.problem : new Project(opened);
}
