import { join, relative } from "node:path";
import { slashed } from "./workspace.js";

/** Turns a workspace's paths into paths as seen from `from`, the folder where the reader stands. */
export function shownFrom(from: string, workspace: string): (path: string) => string {
  return (path) => {
    const shown = slashed(relative(from, join(workspace, path)));
    return shown === "" ? "." : shown;
  };
}
