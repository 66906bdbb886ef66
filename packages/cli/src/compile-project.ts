import {
  type Compilation,
  compilePlan,
  type Diagnostic,
  finding,
  type ParseCache,
} from "@dd0c/track-codegen";
import type { Project } from "./config.js";
import { type DiskFiles, diskFiles } from "./disk-files.js";
import type { Workspace } from "./workspace.js";

/** A compiled plan of a workspace. */
export interface CompiledProject extends Compilation {
  readonly project: Project;
  readonly files: DiskFiles;
  readonly failed: boolean;
}

/** Compiles a plan from disk; links that leave the workspace are findings too. */
export function compileProject(
  workspace: Workspace,
  project: Project,
  cache?: ParseCache,
): CompiledProject {
  const files = diskFiles(workspace.folder);
  const compilation = compilePlan(project.plan, files, cache);
  const refused = [...files.refused].sort().map(refusedLink);
  const diagnostics = [...compilation.diagnostics, ...refused];
  const failed = diagnostics.some(({ severity }) => severity === "error");
  return {
    ...compilation,
    plan: failed ? null : compilation.plan,
    diagnostics,
    project,
    files,
    failed,
  };
}

function refusedLink(path: string): Diagnostic {
  const span = { file: path, start: 0, end: 0 };
  const message = `${path === "" ? "The folder" : path} is a link that leaves the workspace.`;
  const help = "Copy the file into the workspace, or delete the link.";
  return finding("path-outside-plan", span, message, { help });
}
