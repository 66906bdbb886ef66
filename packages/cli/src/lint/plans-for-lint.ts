import type { Source } from "@dd0c/track-codegen";
import { indexPlans, type PlanIndex } from "@dd0c/track-lint";
import { BadInput } from "../bad-input.js";
import { compileProject } from "../compile-project.js";
import type { Workspace } from "../workspace.js";

/** The plans that code is held to; throws where one of them has errors, since code cannot be judged by it. */
export function plansForLint(workspace: Workspace): {
  readonly index: PlanIndex;
  readonly sources: ReadonlyMap<string, Source>;
} {
  const compiled = workspace.projects.map((project) => compileProject(workspace, project));
  const sources = new Map(compiled.flatMap((it) => [...it.sources]));
  const failed = compiled.filter(({ plan }) => plan === null);
  if (failed.length > 0) {
    const diagnostics = failed.flatMap((it) =>
      it.diagnostics.filter(({ severity }) => severity === "error"),
    );
    throw new BadInput("The plan has errors, so code cannot be held to it.", {
      help: "Run `dd0c-track check` and mend them first.",
      diagnostics,
      sources,
      folder: workspace.folder,
    });
  }
  return {
    index: indexPlans(
      compiled.flatMap(({ plan }) => plan ?? []),
      sources,
    ),
    sources,
  };
}
